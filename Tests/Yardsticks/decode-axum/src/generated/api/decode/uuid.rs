//! The format `uuid`.

use serde_json::Value;
use uuid::Uuid;

use super::{Fault, Pointer, Report, string};

/// A UUID.
pub fn uuid(value: Value, at: &Pointer<'_>, report: &mut Report) -> Option<Uuid> {
    let text = string(value, at, report)?;
    uuid_text(text, at, report)
}

/// A UUID as a parameter.
pub fn uuid_text(text: String, at: &Pointer<'_>, report: &mut Report) -> Option<Uuid> {
    // The parser would also take one in braces or without hyphens.
    let uuid = Uuid::try_parse(&text).ok();
    let uuid = uuid.filter(|_| text.len() == uuid::fmt::Hyphenated::LENGTH);
    if uuid.is_none() {
        report.add(at, &Fault::Format("a UUID"));
    }
    uuid
}
