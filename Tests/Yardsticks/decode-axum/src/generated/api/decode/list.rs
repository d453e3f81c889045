//! Arrays.

use std::collections::HashSet;

use serde_json::Value;

use super::{Fault, Pointer, Report};

/// An array, each of its items read by `decode`.
pub fn list<T>(
    value: Value,
    at: &Pointer<'_>,
    report: &mut Report,
    decode: impl Fn(Value, &Pointer<'_>, &mut Report) -> Option<T>,
) -> Option<Vec<T>> {
    let Value::Array(values) = value else {
        report.add(at, &Fault::Type("an array"));
        return None;
    };
    let items: Vec<Option<T>> = values
        .into_iter()
        .enumerate()
        .map(|(index, value)| decode(value, &Pointer::Item(at, index), report))
        .collect();
    items.into_iter().collect()
}

/// Reports an array with fewer items.
pub fn min_items<T>(items: &[T], bound: usize, at: &Pointer<'_>, report: &mut Report) {
    if items.len() < bound {
        report.add(at, &Fault::MinItems(bound));
    }
}

/// Reports an array with more items.
pub fn max_items<T>(items: &[T], bound: usize, at: &Pointer<'_>, report: &mut Report) {
    if items.len() > bound {
        report.add(at, &Fault::MaxItems(bound));
    }
}

/// Reports every item that equals an earlier one; to be called before the array is decoded.
pub fn unique_items(value: &Value, at: &Pointer<'_>, report: &mut Report) {
    let mut seen = HashSet::new();
    for (index, item) in value.as_array().into_iter().flatten().enumerate() {
        // The text of an item is unique, since the fields of objects are sorted in it.
        if !seen.insert(with_integers(item).to_string()) {
            report.add(&Pointer::Item(at, index), &Fault::UniqueItems);
        }
    }
}

/// The value with whole numbers as integers: JSON Schema takes 1.0 for 1.
fn with_integers(value: &Value) -> Value {
    const LIMIT: f64 = 9.2e18;
    match value {
        Value::Number(number) => match number.as_f64() {
            Some(float) if number.is_f64() && float.fract() == 0.0 && float.abs() < LIMIT => {
                Value::from(float as i64)
            }
            _ => value.clone(),
        },
        Value::Array(items) => items.iter().map(with_integers).collect(),
        Value::Object(fields) => fields
            .iter()
            .map(|(name, field)| (name.clone(), with_integers(field)))
            .collect(),
        Value::Null | Value::Bool(_) | Value::String(_) => value.clone(),
    }
}
