//! Values that may be null, and null told apart from absence.

use serde::{Deserialize, Deserializer};
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

/// For serde: a field that is there, null included, becomes `Some`; without this, null would
/// become `None` and look absent.
pub fn present<'de, T, D>(deserializer: D) -> Result<Option<T>, D::Error>
where
    T: Deserialize<'de>,
    D: Deserializer<'de>,
{
    T::deserialize(deserializer).map(Some)
}
