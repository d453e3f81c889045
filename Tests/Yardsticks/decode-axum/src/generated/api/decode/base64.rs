//! The format `byte`: bytes in Base64 on the wire.

use std::{ops::Deref, str::FromStr};

use base64::{DecodeError, Engine, prelude::BASE64_STANDARD};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use serde_json::Value;

use super::{Fault, Pointer, Report, string};

/// Bytes that are Base64 on the wire.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Base64(pub Vec<u8>);

impl Base64 {
    /// The text that stands for bytes.
    pub fn encode(bytes: &[u8]) -> String {
        BASE64_STANDARD.encode(bytes)
    }
}

impl FromStr for Base64 {
    type Err = DecodeError;

    fn from_str(text: &str) -> Result<Self, DecodeError> {
        BASE64_STANDARD.decode(text).map(Self)
    }
}

impl Deref for Base64 {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.0
    }
}

impl Serialize for Base64 {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&Self::encode(self))
    }
}

impl<'de> Deserialize<'de> for Base64 {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(D::Error::custom)
    }
}

/// Bytes.
pub fn base64(value: Value, at: &Pointer<'_>, report: &mut Report) -> Option<Base64> {
    let text = string(value, at, report)?;
    let bytes = text.parse().ok();
    if bytes.is_none() {
        report.add(at, &Fault::Format("Base64"));
    }
    bytes
}
