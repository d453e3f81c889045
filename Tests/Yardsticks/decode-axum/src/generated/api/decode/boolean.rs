//! Booleans.

use serde_json::Value;

use super::{Fault, Pointer, Report};

/// `true` or `false`.
pub fn boolean(value: Value, at: &Pointer<'_>, report: &mut Report) -> Option<bool> {
    let boolean = value.as_bool();
    if boolean.is_none() {
        report.add(at, &Fault::Type("true or false"));
    }
    boolean
}

/// `true` or `false` as a parameter.
pub fn boolean_text(text: String, at: &Pointer<'_>, report: &mut Report) -> Option<bool> {
    let boolean = text.parse().ok();
    if boolean.is_none() {
        report.add(at, &Fault::Type("true or false"));
    }
    boolean
}
