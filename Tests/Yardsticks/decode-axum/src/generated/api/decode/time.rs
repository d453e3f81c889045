//! The formats `time` and `duration`, which stay strings.

use chrono::DateTime;

use super::{Fault, Pointer, Report};

/// Reports what is no time of day with its offset (RFC 3339).
pub fn time(text: &str, at: &Pointer<'_>, report: &mut Report) {
    if DateTime::parse_from_rfc3339(&format!("2000-01-01T{text}")).is_err() {
        report.add(at, &Fault::Format("a time of day such as 12:00:00Z"));
    }
}

/// Reports what is no duration (RFC 3339, appendix A): `P1Y2M3DT4H5M6S` in parts, or `P4W`.
pub fn duration(text: &str, at: &Pointer<'_>, report: &mut Report) {
    if !is_duration(text) {
        report.add(at, &Fault::Format("a duration such as P1DT12H"));
    }
}

fn is_duration(text: &str) -> bool {
    let Some(rest) = text.strip_prefix('P') else {
        return false;
    };
    let (date, time) = match rest.split_once('T') {
        Some((date, time)) => (date, Some(time)),
        None => (rest, None),
    };
    match time {
        Some(time) => (date.is_empty() || has_parts(date, "YMD")) && has_parts(time, "HMS"),
        None => has_parts(date, "YMD") || has_parts(date, "W"),
    }
}

/// Whether `text` is one or more numbers, each before one of the units, which keep their order.
fn has_parts(text: &str, mut units: &str) -> bool {
    let mut rest = text;
    while !rest.is_empty() {
        let mut after = rest
            .trim_start_matches(|digit: char| digit.is_ascii_digit())
            .chars();
        let has_digits = after.as_str().len() < rest.len();
        let unit = after.next().filter(|_| has_digits);
        let Some((_, later)) = unit.and_then(|unit| units.split_once(unit)) else {
            return false;
        };
        units = later;
        rest = after.as_str();
    }
    !text.is_empty()
}
