//! Integers of 32 and 64 bits.

use std::str::FromStr;

use serde_json::Value;

use super::{Fault, Pointer, Report};

/// An integer; as JSON Schema says, `1.0` is one too.
pub fn integer<T: TryFrom<i64>>(value: Value, at: &Pointer<'_>, report: &mut Report) -> Option<T> {
    let number = match &value {
        Value::Number(number) => number.as_i64().or_else(|| number.as_f64().and_then(whole)),
        _ => None,
    };
    let integer = number.and_then(|number| T::try_from(number).ok());
    if integer.is_none() {
        report.add(at, &fault::<T>());
    }
    integer
}

/// An integer as a parameter.
pub fn integer_text<T: FromStr>(text: String, at: &Pointer<'_>, report: &mut Report) -> Option<T> {
    let integer = text.parse().ok();
    if integer.is_none() {
        report.add(at, &fault::<T>());
    }
    integer
}

/// The integer that a float stands for, within the range in which floats are exact.
fn whole(number: f64) -> Option<i64> {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    #[expect(
        clippy::cast_possible_truncation,
        reason = "checked to be whole and in range"
    )]
    (number.fract() == 0.0 && number.abs() <= EXACT).then_some(number as i64)
}

fn fault<T>() -> Fault {
    Fault::Type(match size_of::<T>() {
        4 => "an integer of 32 bits",
        _ => "an integer of 64 bits",
    })
}
