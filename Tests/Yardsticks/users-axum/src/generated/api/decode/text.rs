//! Strings. Lengths count code points, as JSON Schema says, and not bytes.

use serde_json::Value;

use super::{Fault, Pointer, Report};

/// Any string that databases can keep.
pub fn string(value: Value, at: &Pointer<'_>, report: &mut Report) -> Option<String> {
    if let Value::String(string) = value {
        text(string, at, report)
    } else {
        report.add(at, &Fault::Type("a string"));
        None
    }
}

/// Any string that databases can keep, as a parameter.
///
/// PostgreSQL refuses U+0000 in a text, so no backend takes it, whatever its database.
pub fn text(text: String, at: &Pointer<'_>, report: &mut Report) -> Option<String> {
    if text.contains('\0') {
        report.add(at, &Fault::Pattern(r"^[^\u0000]*$"));
        return None;
    }
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
