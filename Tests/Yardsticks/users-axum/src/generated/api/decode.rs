//! Reads and checks what a client sent, in one pass, and reports all that is wrong with it.
//!
//! A decoder is a function from a value and its place to `Option<T>`: `None` says that there is no
//! `T`, and a report says why. A check only reports. Generated code composes both.

mod email;
mod fault;
mod fields;
mod integer;
mod keyword;
mod nullable;
mod params;
mod pattern;
mod range;
mod text;

use serde_json::Value;

pub use email::email;
pub use fault::Fault;
pub use fields::{Fields, object};
pub use integer::{integer, integer_text};
pub use keyword::{Keyword, keyword, keyword_text};
pub use nullable::nullable;
pub use params::{DecodeParams, Params, params};
pub use pattern::{Pattern, pattern};
pub use range::{exclusive_maximum, exclusive_minimum, maximum, minimum};
pub use text::{max_length, min_length, string, text};

use crate::errors::{Place, Violation};

/// A type that can be read from JSON.
pub trait Decode: Sized {
    /// Reads `value`, which stands at `at`; reports everything that is wrong.
    fn decode(value: Value, at: &Pointer<'_>, report: &mut Report) -> Option<Self>;
}

/// Reads a whole body.
///
/// # Errors
/// Lists everything that is wrong with it.
pub fn body<T: Decode>(value: Value) -> Result<T, Vec<Violation>> {
    let mut report = Report::default();
    let decoded = T::decode(value, &Pointer::Body, &mut report);
    report.finish(decoded)
}

/// Where a value stands in a request: a list that grows at its end while decoders descend.
#[derive(Debug, Clone, Copy)]
pub enum Pointer<'a> {
    Body,
    Named(Part, &'a str),
    Field(&'a Pointer<'a>, &'a str),
    Item(&'a Pointer<'a>, usize),
}

/// A part of a request that has names and texts.
#[derive(Debug, Clone, Copy)]
pub enum Part {
    /// The path or the query.
    Parameter,
    Header,
}

impl Pointer<'_> {
    fn place(&self) -> Place {
        match self {
            Self::Body => Place::Pointer(String::new()),
            Self::Named(Part::Parameter, name) => Place::Parameter((*name).to_owned()),
            Self::Named(Part::Header, name) => Place::Header((*name).to_owned()),
            Self::Field(parent, name) => {
                // The two characters that RFC 6901 escapes.
                parent.child(&name.replace('~', "~0").replace('/', "~1"))
            }
            Self::Item(parent, index) => parent.child(&index.to_string()),
        }
    }

    fn child(&self, token: &str) -> Place {
        match self.place() {
            Place::Pointer(parent) => Place::Pointer(format!("{parent}/{token}")),
            // Pointers point into bodies: elsewhere the name has to do.
            place => place,
        }
    }
}

/// More than this helps nobody, and a large body must not make a larger answer.
const MAX_VIOLATIONS: usize = 100;
/// Alternatives that one request may take to check: unions within unions multiply them.
const MAX_TRIES: usize = 10_000;

/// What is wrong with a request, in the order in which it was found.
#[derive(Debug, Default)]
pub struct Report {
    violations: Vec<Violation>,
    tries: usize,
}

impl Report {
    /// Notes that the value at `at` is wrong.
    pub fn add(&mut self, at: &Pointer<'_>, fault: &Fault) {
        if self.violations.len() < MAX_VIOLATIONS {
            self.violations.push(Violation {
                place: at.place(),
                code: fault.code(),
                detail: fault.to_string(),
            });
        }
    }

    /// What `decode` finds, if nothing is wrong with it; what is wrong is not noted.
    ///
    /// # Errors
    /// Fails where the request has used up its tries.
    pub fn attempt<T>(
        &mut self,
        decode: impl FnOnce(&mut Self) -> Option<T>,
    ) -> Result<Option<T>, Fault> {
        if self.tries >= MAX_TRIES {
            return Err(Fault::Complexity);
        }
        let mut trial = Self {
            violations: Vec::new(),
            tries: self.tries + 1,
        };
        let decoded = decode(&mut trial);
        self.tries = trial.tries;
        Ok(decoded.filter(|_| trial.violations.is_empty()))
    }

    /// The decoded value where nothing is wrong.
    fn finish<T>(self, decoded: Option<T>) -> Result<T, Vec<Violation>> {
        match decoded {
            Some(value) if self.violations.is_empty() => Ok(value),
            _ => Err(self.violations),
        }
    }
}
