//! What the contract says: models, how they are read, and how errors are spelled.

pub mod decode;
pub mod errors;

mod models;
mod requests;
mod responses;

pub use errors::ErrorResponse;
pub use models::UserRole;
pub use requests::{
    ApiUsersIdPath, CreateUserRequest, ListUsersQuery, ListUsersSort, PatchUserRequest,
    UpdateUserRequest,
};
pub use responses::{User, UserList};
