//! Derived from the contract and the migrations; written anew with each generation.

pub mod api;
pub mod db;

mod mapping;
