//! The parts of a request, read and checked in one pass; whatever is wrong becomes an `ApiError`.

mod json;
mod path;
mod query;

pub use json::Json;
pub use path::Path;
pub use query::Query;
