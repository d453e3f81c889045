//! The format `byte`: bytes in Base64 on the wire.

use base64::{Engine, prelude::BASE64_STANDARD};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use serde_json::Value;

use super::{Fault, Pointer, Report, string};

/// Bytes that are Base64 on the wire.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Base64(pub Vec<u8>);

impl Serialize for Base64 {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&BASE64_STANDARD.encode(&self.0))
    }
}

impl<'de> Deserialize<'de> for Base64 {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        BASE64_STANDARD
            .decode(text)
            .map(Self)
            .map_err(D::Error::custom)
    }
}

/// Bytes.
pub fn base64(value: Value, at: &Pointer<'_>, report: &mut Report) -> Option<Base64> {
    let text = string(value, at, report)?;
    let bytes = BASE64_STANDARD.decode(text).ok();
    if bytes.is_none() {
        report.add(at, &Fault::Format("Base64"));
    }
    bytes.map(Base64)
}
