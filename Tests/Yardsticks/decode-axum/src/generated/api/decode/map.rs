//! Objects whose fields the contract does not name.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{Pointer, Report, object};

/// An object, each of its values read by `decode`.
pub fn map<T>(
    value: Value,
    at: &Pointer<'_>,
    report: &mut Report,
    decode: impl Fn(Value, &Pointer<'_>, &mut Report) -> Option<T>,
) -> Option<BTreeMap<String, T>> {
    object(value, at, report)?.others(report, decode)
}
