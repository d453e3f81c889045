//! The formats `date-time` and `date`.

use std::ops::RangeInclusive;

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, Utc};
use serde_json::Value;

use super::{Fault, Pointer, Report, string};

/// The years that every database and every language knows, and that four digits tell.
const YEARS: RangeInclusive<i32> = 1..=9999;

/// A time with its offset (RFC 3339), in UTC from here on.
pub fn date_time(value: Value, at: &Pointer<'_>, report: &mut Report) -> Option<DateTime<Utc>> {
    let text = string(value, at, report)?;
    date_time_text(text, at, report)
}

/// A time as a parameter.
pub fn date_time_text(
    text: String,
    at: &Pointer<'_>,
    report: &mut Report,
) -> Option<DateTime<Utc>> {
    let time = DateTime::parse_from_rfc3339(&text).ok();
    let time = time.filter(|time| YEARS.contains(&time.year()));
    let time = time.and_then(|time| in_microseconds(&time));
    let time = time.filter(|time| YEARS.contains(&time.year()));
    if time.is_none() {
        report.add(at, &Fault::Format("a time such as 2026-01-31T12:00:00Z"));
    }
    time
}

/// The time as PostgreSQL keeps it: without further digits, and a leap second is the next one.
fn in_microseconds(time: &DateTime<FixedOffset>) -> Option<DateTime<Utc>> {
    let seconds = time.timestamp().checked_mul(1_000_000)?;
    DateTime::from_timestamp_micros(seconds + i64::from(time.timestamp_subsec_micros()))
}

/// A day of the calendar.
pub fn date(value: Value, at: &Pointer<'_>, report: &mut Report) -> Option<NaiveDate> {
    let text = string(value, at, report)?;
    date_text(text, at, report)
}

/// A day as a parameter.
pub fn date_text(text: String, at: &Pointer<'_>, report: &mut Report) -> Option<NaiveDate> {
    const LENGTH: usize = "2026-01-31".len();
    // The parser would also take numbers without their leading zeros.
    let date = NaiveDate::parse_from_str(&text, "%Y-%m-%d").ok();
    let date = date.filter(|date| text.len() == LENGTH && YEARS.contains(&date.year()));
    if date.is_none() {
        report.add(at, &Fault::Format("a day such as 2026-01-31"));
    }
    date
}
