//! The format `decimal`: exact numbers, as strings on the wire.

use rust_decimal::Decimal;
use serde_json::Value;

use super::{Fault, Pointer, Report, string};

/// An exact number.
pub fn decimal(value: Value, at: &Pointer<'_>, report: &mut Report) -> Option<Decimal> {
    let text = string(value, at, report)?;
    decimal_text(text, at, report)
}

/// An exact number as a parameter.
pub fn decimal_text(text: String, at: &Pointer<'_>, report: &mut Report) -> Option<Decimal> {
    let decimal = Decimal::from_str_exact(&text).ok();
    if decimal.is_none() {
        report.add(at, &Fault::Format("a decimal number"));
    }
    decimal
}
