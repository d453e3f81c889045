//! Strings. Lengths count code points, as JSON Schema says, and not bytes.

use serde_json::Value;

use super::{Fault, Pointer, Report};

/// Any string.
pub fn string(value: Value, at: &Pointer<'_>, report: &mut Report) -> Option<String> {
    if let Value::String(text) = value {
        Some(text)
    } else {
        report.add(at, &Fault::Type("a string"));
        None
    }
}

/// Any string, as a parameter.
pub fn text(text: String, _: &Pointer<'_>, _: &mut Report) -> Option<String> {
    Some(text)
}

/// Reports a string with fewer code points than `bound`.
pub fn min_length(text: &str, bound: usize, at: &Pointer<'_>, report: &mut Report) {
    if text.chars().take(bound).count() < bound {
        report.add(at, &Fault::MinLength(bound));
    }
}

/// Reports a string with more code points than `bound`.
pub fn max_length(text: &str, bound: usize, at: &Pointer<'_>, report: &mut Report) {
    if text.chars().nth(bound).is_some() {
        report.add(at, &Fault::MaxLength(bound));
    }
}
