//! Floating-point numbers of 32 and 64 bits, always finite.

use serde_json::Value;

use super::{Fault, Pointer, Report};

/// `f32` and `f64`.
pub trait Float: Sized {
    /// The nearest number of this type, if it is finite.
    fn nearest(number: f64) -> Option<Self>;
}

impl Float for f64 {
    fn nearest(number: f64) -> Option<Self> {
        number.is_finite().then_some(number)
    }
}

impl Float for f32 {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "the nearest number is meant"
    )]
    fn nearest(number: f64) -> Option<Self> {
        Some(number as Self).filter(|number| number.is_finite())
    }
}

/// A number.
pub fn number<T: Float>(value: Value, at: &Pointer<'_>, report: &mut Report) -> Option<T> {
    finite(value.as_f64(), at, report)
}

/// A number as a parameter.
pub fn number_text<T: Float>(text: String, at: &Pointer<'_>, report: &mut Report) -> Option<T> {
    // Rust's parser also takes names such as `inf`.
    let digits = text
        .bytes()
        .all(|byte| byte.is_ascii_digit() || b"+-.eE".contains(&byte));
    finite(text.parse().ok().filter(|_| digits), at, report)
}

/// Reports a number that is no multiple of `factor`, up to the error of one division.
pub fn multiple_of<T: Into<f64> + Copy>(
    value: &T,
    factor: f64,
    at: &Pointer<'_>,
    report: &mut Report,
) {
    let quotient = (*value).into() / factor;
    if (quotient - quotient.round()).abs() > quotient.abs().max(1.0) * f64::EPSILON {
        report.add(at, &Fault::MultipleOf(factor.to_string()));
    }
}

fn finite<T: Float>(number: Option<f64>, at: &Pointer<'_>, report: &mut Report) -> Option<T> {
    let number = number.and_then(T::nearest);
    if number.is_none() {
        report.add(at, &Fault::Type("a number"));
    }
    number
}
