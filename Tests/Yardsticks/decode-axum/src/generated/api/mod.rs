//! What the contract says.

pub mod decode;

mod requests;

pub use requests::{
    Address, Cat, CatKind, Dog, DogKind, Key, Order, OrderItem, Pet, SearchOrdersQuery, Tree,
    TreeNode,
};
