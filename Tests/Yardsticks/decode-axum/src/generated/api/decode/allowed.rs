//! Values of which the contract lists all and that are no strings.

use std::fmt::Display;

use super::{Fault, Pointer, Report};

/// Reports a value that is none of `values`.
pub fn allowed<T>(value: &T, values: &[T], at: &Pointer<'_>, report: &mut Report)
where
    T: PartialEq + Display,
{
    if !values.contains(value) {
        let values: Vec<String> = values.iter().map(T::to_string).collect();
        report.add(at, &Fault::Enum(values.join(", ")));
    }
}
