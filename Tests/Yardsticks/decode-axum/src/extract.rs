//! The extractors that the users backend does not need.

mod headers;

pub use headers::Headers;
