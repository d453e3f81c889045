//! Derived from the contract.

pub mod api;
