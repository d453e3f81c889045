//! All of `decode/`, and how every kind of type is spelled with it.

#![forbid(unsafe_code)]

pub mod errors;
pub mod extract;
pub mod generated;
