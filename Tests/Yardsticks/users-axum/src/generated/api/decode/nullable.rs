//! Values that may be null.

use serde_json::Value;

use super::{Pointer, Report};

/// Null, or what `decode` reads.
pub fn nullable<T>(
    value: Value,
    at: &Pointer<'_>,
    report: &mut Report,
    decode: impl FnOnce(Value, &Pointer<'_>, &mut Report) -> Option<T>,
) -> Option<Option<T>> {
    if value.is_null() {
        Some(None)
    } else {
        decode(value, at, report).map(Some)
    }
}
