//! Bounds of numbers.

use std::fmt::Display;

use super::{Fault, Pointer, Report};

/// Reports a number below `bound`.
pub fn minimum<T: PartialOrd + Display>(
    value: &T,
    bound: T,
    at: &Pointer<'_>,
    report: &mut Report,
) {
    if *value < bound {
        report.add(at, &Fault::Minimum(bound.to_string()));
    }
}

/// Reports a number above `bound`.
pub fn maximum<T: PartialOrd + Display>(
    value: &T,
    bound: T,
    at: &Pointer<'_>,
    report: &mut Report,
) {
    if *value > bound {
        report.add(at, &Fault::Maximum(bound.to_string()));
    }
}

/// Reports a number that is not above `bound`.
pub fn exclusive_minimum<T>(value: &T, bound: T, at: &Pointer<'_>, report: &mut Report)
where
    T: PartialOrd + Display,
{
    if *value <= bound {
        report.add(at, &Fault::ExclusiveMinimum(bound.to_string()));
    }
}

/// Reports a number that is not below `bound`.
pub fn exclusive_maximum<T>(value: &T, bound: T, at: &Pointer<'_>, report: &mut Report)
where
    T: PartialOrd + Display,
{
    if *value >= bound {
        report.add(at, &Fault::ExclusiveMaximum(bound.to_string()));
    }
}
