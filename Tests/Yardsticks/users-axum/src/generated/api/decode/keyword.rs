//! Strings of which the contract lists all.

use serde_json::Value;

use super::{Fault, Pointer, Report, string};

/// An enum whose cases have names on the wire.
pub trait Keyword: Sized {
    /// All names, in the order of the contract.
    const NAMES: &'static [&'static str];

    /// The case with this name.
    fn from_name(name: &str) -> Option<Self>;

    /// The name of this case.
    fn name(&self) -> &'static str;
}

/// One of the names.
pub fn keyword<T: Keyword>(value: Value, at: &Pointer<'_>, report: &mut Report) -> Option<T> {
    let name = string(value, at, report)?;
    keyword_text(name, at, report)
}

/// One of the names, as a parameter.
pub fn keyword_text<T: Keyword>(name: String, at: &Pointer<'_>, report: &mut Report) -> Option<T> {
    let case = T::from_name(&name);
    if case.is_none() {
        report.add(at, &Fault::Enum(T::NAMES.join(", ")));
    }
    case
}
