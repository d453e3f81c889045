//! Regular expressions of the contract.

use std::sync::OnceLock;

use regex::Regex;

use super::{Fault, Pointer, Report};

/// An expression, compiled when it is first used.
#[derive(Debug)]
pub struct Pattern {
    /// As the contract spells it (ECMA-262), for messages.
    source: &'static str,
    /// The same in the syntax of the `regex` crate.
    syntax: &'static str,
    regex: OnceLock<Option<Regex>>,
}

impl Pattern {
    pub const fn new(source: &'static str, syntax: &'static str) -> Self {
        Self {
            source,
            syntax,
            regex: OnceLock::new(),
        }
    }

    /// Whether it matches somewhere in `text`; one that cannot be compiled matches nowhere.
    fn is_match(&self, text: &str) -> bool {
        self.regex
            .get_or_init(|| {
                Regex::new(self.syntax)
                    .inspect_err(|error| tracing::error!(%error, "a pattern is not usable"))
                    .ok()
            })
            .as_ref()
            .is_some_and(|regex| regex.is_match(text))
    }
}

/// Reports a string in which `pattern` matches nowhere.
pub fn pattern(text: &str, pattern: &Pattern, at: &Pointer<'_>, report: &mut Report) {
    if !pattern.is_match(text) {
        report.add(at, &Fault::Pattern(pattern.source));
    }
}
