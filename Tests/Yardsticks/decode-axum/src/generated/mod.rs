//! Derived from the contract.

pub mod api;
pub mod db;
