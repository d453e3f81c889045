//! Parameters and headers, which arrive as text.

use std::borrow::Cow;

use super::{Fault, Part, Pointer, Report};
use crate::errors::Violation;

/// A type that can be read from parameters.
pub trait DecodeParams: Sized {
    /// Reads the parameters it knows; reports everything that is wrong.
    fn decode(params: &mut Params<'_>, report: &mut Report) -> Option<Self>;
}

/// The parameters of one part of a request, by name, that no decoder has taken yet.
#[derive(Debug)]
pub struct Params<'a> {
    pairs: Vec<(Cow<'a, str>, Cow<'a, str>)>,
    part: Part,
}

/// Reads all parameters of a part.
///
/// # Errors
/// Lists everything that is wrong with them.
pub fn params<T: DecodeParams>(mut params: Params<'_>) -> Result<T, Vec<Violation>> {
    let mut report = Report::default();
    let decoded = T::decode(&mut params, &mut report);
    report.finish(decoded)
}

impl<'a> Params<'a> {
    /// Collects names and values, both decoded already.
    pub fn new(pairs: impl Iterator<Item = (Cow<'a, str>, Cow<'a, str>)>, part: Part) -> Self {
        Self {
            pairs: pairs.collect(),
            part,
        }
    }

    /// A parameter that must be there.
    pub fn required<T>(
        &mut self,
        name: &str,
        report: &mut Report,
        decode: impl FnOnce(String, &Pointer<'_>, &mut Report) -> Option<T>,
    ) -> Option<T> {
        let value = self.optional(name, report, decode)?;
        if value.is_none() {
            report.add(&Pointer::Named(self.part, name), &Fault::Required);
        }
        value
    }

    /// A parameter that may be absent; the inner `None` says that it is.
    pub fn optional<T>(
        &mut self,
        name: &str,
        report: &mut Report,
        decode: impl FnOnce(String, &Pointer<'_>, &mut Report) -> Option<T>,
    ) -> Option<Option<T>> {
        let at = Pointer::Named(self.part, name);
        let mut values = self.take(name);
        match (values.pop(), values.is_empty()) {
            (None, _) => Some(None),
            (Some(text), true) => decode(text, &at, report).map(Some),
            (Some(_), false) => {
                report.add(&at, &Fault::Repeated);
                None
            }
        }
    }

    /// A parameter with the value `default` where it is absent.
    pub fn defaulted<T>(
        &mut self,
        name: &str,
        default: T,
        report: &mut Report,
        decode: impl FnOnce(String, &Pointer<'_>, &mut Report) -> Option<T>,
    ) -> Option<T> {
        let value = self.optional(name, report, decode)?;
        Some(value.unwrap_or(default))
    }

    /// A parameter that may be given several times; the inner `None` says that it is absent.
    pub fn repeated<T>(
        &mut self,
        name: &str,
        report: &mut Report,
        decode: impl Fn(String, &Pointer<'_>, &mut Report) -> Option<T>,
    ) -> Option<Option<Vec<T>>> {
        let texts = self.take(name);
        if texts.is_empty() {
            return Some(None);
        }
        items(
            &Pointer::Named(self.part, name),
            texts.into_iter(),
            report,
            decode,
        )
    }

    /// A parameter whose items stand between separators; the inner `None` says that it is absent.
    pub fn separated<T>(
        &mut self,
        name: &str,
        separator: char,
        report: &mut Report,
        decode: impl Fn(String, &Pointer<'_>, &mut Report) -> Option<T>,
    ) -> Option<Option<Vec<T>>> {
        let text = self.optional(name, report, |text, _, _| Some(text))?;
        match text {
            None => Some(None),
            Some(text) if text.is_empty() => Some(Some(Vec::new())),
            Some(text) => {
                let texts = text.split(separator).map(str::to_owned);
                items(&Pointer::Named(self.part, name), texts, report, decode)
            }
        }
    }

    /// All values of one name, in their order.
    fn take(&mut self, name: &str) -> Vec<String> {
        self.pairs
            .extract_if(.., |(key, _)| key == name)
            .map(|(_, value)| value.into_owned())
            .collect()
    }
}

/// Decodes all items, so that everything wrong with any of them is reported.
fn items<T>(
    at: &Pointer<'_>,
    texts: impl Iterator<Item = String>,
    report: &mut Report,
    decode: impl Fn(String, &Pointer<'_>, &mut Report) -> Option<T>,
) -> Option<Option<Vec<T>>> {
    let decoded: Vec<Option<T>> = texts.map(|text| decode(text, at, report)).collect();
    decoded.into_iter().collect::<Option<Vec<T>>>().map(Some)
}
