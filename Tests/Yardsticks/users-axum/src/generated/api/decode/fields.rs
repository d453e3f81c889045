//! Objects, read field by field.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::{Fault, Pointer, Report};

/// The fields of an object that no decoder has taken yet.
#[derive(Debug)]
pub struct Fields<'a> {
    fields: Map<String, Value>,
    at: &'a Pointer<'a>,
}

/// Opens an object.
pub fn object<'a>(value: Value, at: &'a Pointer<'a>, report: &mut Report) -> Option<Fields<'a>> {
    if let Value::Object(fields) = value {
        Some(Fields { fields, at })
    } else {
        report.add(at, &Fault::Type("an object"));
        None
    }
}

impl Fields<'_> {
    /// A field that must be there.
    pub fn required<T>(
        &mut self,
        name: &str,
        report: &mut Report,
        decode: impl FnOnce(Value, &Pointer<'_>, &mut Report) -> Option<T>,
    ) -> Option<T> {
        let at = Pointer::Field(self.at, name);
        if let Some(value) = self.fields.remove(name) {
            decode(value, &at, report)
        } else {
            report.add(&at, &Fault::Required);
            None
        }
    }

    /// A field that may be absent; the inner `None` says that it is.
    pub fn optional<T>(
        &mut self,
        name: &str,
        report: &mut Report,
        decode: impl FnOnce(Value, &Pointer<'_>, &mut Report) -> Option<T>,
    ) -> Option<Option<T>> {
        match self.fields.remove(name) {
            Some(value) => decode(value, &Pointer::Field(self.at, name), report).map(Some),
            None => Some(None),
        }
    }

    /// A field with the value `default` where it is absent.
    pub fn defaulted<T>(
        &mut self,
        name: &str,
        default: T,
        report: &mut Report,
        decode: impl FnOnce(Value, &Pointer<'_>, &mut Report) -> Option<T>,
    ) -> Option<T> {
        match self.fields.remove(name) {
            Some(value) => decode(value, &Pointer::Field(self.at, name), report),
            None => Some(default),
        }
    }

    /// Reports an object with fewer fields; to be called before any is taken.
    pub fn min_properties(&self, bound: usize, report: &mut Report) {
        if self.fields.len() < bound {
            report.add(self.at, &Fault::MinProperties(bound));
        }
    }

    /// Reports an object with more fields; to be called before any is taken.
    pub fn max_properties(&self, bound: usize, report: &mut Report) {
        if self.fields.len() > bound {
            report.add(self.at, &Fault::MaxProperties(bound));
        }
    }

    /// Every field that is left, by name.
    pub fn others<T>(
        self,
        report: &mut Report,
        decode: impl Fn(Value, &Pointer<'_>, &mut Report) -> Option<T>,
    ) -> Option<BTreeMap<String, T>> {
        let mut others = Some(BTreeMap::new());
        for (name, value) in self.fields {
            let at = Pointer::Field(self.at, &name);
            if name.contains('\0') {
                report.add(&at, &Fault::Pattern(r"^[^\u0000]*$"));
            }
            let decoded = decode(value, &at, report);
            // Goes on after a failure, so that all of them are reported.
            others = others.zip(decoded).map(|(mut others, decoded)| {
                others.insert(name, decoded);
                others
            });
        }
        others
    }

    /// Reports every field that is left: the contract knows no other than those taken.
    pub fn deny_others(self, report: &mut Report) {
        for name in self.fields.keys() {
            report.add(&Pointer::Field(self.at, name), &Fault::Unknown);
        }
    }
}
