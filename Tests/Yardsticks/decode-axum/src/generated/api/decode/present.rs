//! Null told apart from absence, where serde reads.

use serde::{Deserialize, Deserializer};

/// A field that is there, null included, becomes `Some`; without this, null would become `None`
/// and look absent.
pub fn present<'de, T, D>(deserializer: D) -> Result<Option<T>, D::Error>
where
    T: Deserialize<'de>,
    D: Deserializer<'de>,
{
    T::deserialize(deserializer).map(Some)
}
