//! The catalogue of what can be wrong with a value: one code and one message for each.

use std::fmt::{self, Display};

/// What is wrong with a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// It has another JSON type than the named one.
    Type(&'static str),
    Required,
    Unknown,
    Repeated,
    MinLength(usize),
    MaxLength(usize),
    Pattern(&'static str),
    /// It is not what is named, such as "an e-mail address".
    Format(&'static str),
    Minimum(String),
    Maximum(String),
    ExclusiveMinimum(String),
    ExclusiveMaximum(String),
    MultipleOf(String),
    /// It is none of these, which are separated by commas.
    Enum(String),
    MinItems(usize),
    MaxItems(usize),
    /// It equals an earlier item.
    UniqueItems,
    MinProperties(usize),
    MaxProperties(usize),
    /// It fits none of the alternatives.
    NoAlternative,
    /// It fits more than one of the alternatives.
    SeveralAlternatives,
    /// It has more alternatives to try than one request may take.
    Complexity,
}

impl Fault {
    /// The word for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Type(_) => "type",
            Self::Required => "required",
            Self::Unknown => "unknown",
            Self::Repeated => "repeated",
            Self::MinLength(_) => "min_length",
            Self::MaxLength(_) => "max_length",
            Self::Pattern(_) => "pattern",
            Self::Format(_) => "format",
            Self::Minimum(_) => "minimum",
            Self::Maximum(_) => "maximum",
            Self::ExclusiveMinimum(_) => "exclusive_minimum",
            Self::ExclusiveMaximum(_) => "exclusive_maximum",
            Self::MultipleOf(_) => "multiple_of",
            Self::Enum(_) => "enum",
            Self::MinItems(_) => "min_items",
            Self::MaxItems(_) => "max_items",
            Self::UniqueItems => "unique_items",
            Self::MinProperties(_) => "min_properties",
            Self::MaxProperties(_) => "max_properties",
            Self::NoAlternative | Self::SeveralAlternatives => "one_of",
            Self::Complexity => "complexity",
        }
    }
}

/// The sentence for people, without its subject.
impl Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Type(name) => write!(f, "must be {name}"),
            Self::Required => f.write_str("is required"),
            Self::Unknown => f.write_str("is not part of the contract"),
            Self::Repeated => f.write_str("must be given once"),
            Self::MinLength(bound) => write!(f, "must have at least {bound} character(s)"),
            Self::MaxLength(bound) => write!(f, "must have at most {bound} character(s)"),
            Self::Pattern(pattern) => write!(f, "must match the pattern {pattern}"),
            Self::Format(name) => write!(f, "must be {name}"),
            Self::Minimum(bound) => write!(f, "must be at least {bound}"),
            Self::Maximum(bound) => write!(f, "must be at most {bound}"),
            Self::ExclusiveMinimum(bound) => write!(f, "must be more than {bound}"),
            Self::ExclusiveMaximum(bound) => write!(f, "must be less than {bound}"),
            Self::MultipleOf(factor) => write!(f, "must be a multiple of {factor}"),
            Self::Enum(values) => write!(f, "must be one of {values}"),
            Self::MinItems(bound) => write!(f, "must have at least {bound} item(s)"),
            Self::MaxItems(bound) => write!(f, "must have at most {bound} item(s)"),
            Self::UniqueItems => f.write_str("must not repeat an earlier item"),
            Self::MinProperties(bound) => write!(f, "must have at least {bound} field(s)"),
            Self::MaxProperties(bound) => write!(f, "must have at most {bound} field(s)"),
            Self::NoAlternative => f.write_str("must fit one of the alternatives"),
            Self::SeveralAlternatives => f.write_str("must fit only one of the alternatives"),
            Self::Complexity => f.write_str("is too complex to be checked"),
        }
    }
}
