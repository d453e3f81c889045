//! Values that have one of several shapes.

use serde_json::Value;

use super::{Fault, Pointer, Report};

/// Reads one alternative.
pub type Alternative<T> = fn(Value, &Pointer<'_>, &mut Report) -> Option<T>;

/// The name of the alternative, which the field `name` of the object says.
pub fn discriminator(
    value: &Value,
    name: &str,
    alternatives: &'static [&'static str],
    at: &Pointer<'_>,
    report: &mut Report,
) -> Option<&'static str> {
    let Some(fields) = value.as_object() else {
        report.add(at, &Fault::Type("an object"));
        return None;
    };
    let at = Pointer::Field(at, name);
    let Some(field) = fields.get(name) else {
        report.add(&at, &Fault::Required);
        return None;
    };
    let found = alternatives
        .iter()
        .find(|alternative| field.as_str() == Some(**alternative));
    if found.is_none() {
        report.add(&at, &Fault::Enum(alternatives.join(", ")));
    }
    found.copied()
}

/// The only alternative that fits.
pub fn one_of<T>(
    value: Value,
    at: &Pointer<'_>,
    report: &mut Report,
    alternatives: &[Alternative<T>],
) -> Option<T> {
    let mut fitting = None;
    for decode in alternatives {
        match report.attempt(|report| decode(value.clone(), at, report)) {
            Ok(None) => {}
            Ok(Some(decoded)) if fitting.is_none() => fitting = Some(decoded),
            Ok(Some(_)) => {
                report.add(at, &Fault::SeveralAlternatives);
                return None;
            }
            Err(fault) => {
                report.add(at, &fault);
                return None;
            }
        }
    }
    if fitting.is_none() {
        report.add(at, &Fault::NoAlternative);
    }
    fitting
}

/// The first alternative that fits.
pub fn any_of<T>(
    value: Value,
    at: &Pointer<'_>,
    report: &mut Report,
    alternatives: &[Alternative<T>],
) -> Option<T> {
    for decode in alternatives {
        match report.attempt(|report| decode(value.clone(), at, report)) {
            Ok(None) => {}
            Ok(fitting) => return fitting,
            Err(fault) => {
                report.add(at, &fault);
                return None;
            }
        }
    }
    report.add(at, &Fault::NoAlternative);
    None
}
