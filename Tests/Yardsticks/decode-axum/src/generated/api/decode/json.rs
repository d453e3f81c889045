//! Values of which the contract says nothing.

use serde_json::Value;

use super::{Fault, Pointer, Report};

/// Any value that databases can keep: without U+0000, which PostgreSQL refuses.
pub fn json(value: Value, at: &Pointer<'_>, report: &mut Report) -> Option<Value> {
    if holds_nul(&value) {
        report.add(at, &Fault::Pattern(r"^[^\u0000]*$"));
        return None;
    }
    Some(value)
}

/// Whether a text or a name holds U+0000. The parser bounds how deep a value can be.
fn holds_nul(value: &Value) -> bool {
    match value {
        Value::String(text) => text.contains('\0'),
        Value::Array(items) => items.iter().any(holds_nul),
        Value::Object(fields) => fields
            .iter()
            .any(|(name, value)| name.contains('\0') || holds_nul(value)),
        Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}
