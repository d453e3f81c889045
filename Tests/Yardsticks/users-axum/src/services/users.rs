//! The operations on users.

use crate::generated::{
    api::{
        CreateUserRequest, ListUsersQuery, ListUsersSort, PatchUserRequest, UpdateUserRequest,
        User, UserList, decode::Keyword,
    },
    db::{
        Constraint, Pool,
        queries::{self, InsertUsers, PatchUsers, UpdateUsers, UsersFilter, UsersOrder},
    },
};

/// List users.
///
/// # Errors
/// Fails where the database does.
pub async fn list_users(db: &Pool, query: ListUsersQuery) -> Result<UserList, sqlx::Error> {
    let filter = UsersFilter {
        role: query.role.as_ref().map(Keyword::name),
        email: query.email,
    };
    let order = match query.sort {
        ListUsersSort::CreatedAt => UsersOrder::CreatedAtAscending,
        ListUsersSort::MinusCreatedAt => UsersOrder::CreatedAtDescending,
        ListUsersSort::Name => UsersOrder::NameAscending,
        ListUsersSort::MinusName => UsersOrder::NameDescending,
        ListUsersSort::Email => UsersOrder::EmailAscending,
        ListUsersSort::MinusEmail => UsersOrder::EmailDescending,
    };
    let limit = i64::from(query.per_page);
    let offset = i64::from(query.page)
        .saturating_sub(1)
        .saturating_mul(limit);
    let mut connection = db.acquire().await?;
    let total = queries::count_users(&mut *connection, &filter).await?;
    let rows = queries::list_users(&mut *connection, &filter, order, limit, offset).await?;
    Ok(UserList {
        users: rows
            .into_iter()
            .map(User::try_from)
            .collect::<Result<_, _>>()?,
        total,
        page: query.page,
        per_page: query.per_page,
    })
}

/// Why `create_user` failed.
#[derive(Debug, thiserror::Error)]
pub enum CreateUserError {
    #[error("The email is already taken.")]
    EmailTaken,
    #[error("The values break the rule `{0}`.")]
    Refused(Constraint),
    #[error(transparent)]
    Database(sqlx::Error),
}

impl From<sqlx::Error> for CreateUserError {
    fn from(error: sqlx::Error) -> Self {
        match Constraint::violated_by(&error) {
            Some(Constraint::UsersEmailKey) => Self::EmailTaken,
            Some(constraint) => Self::Refused(constraint),
            None => Self::Database(error),
        }
    }
}

/// Create a user.
///
/// # Errors
/// Says why with [`CreateUserError`].
pub async fn create_user(db: &Pool, request: CreateUserRequest) -> Result<User, CreateUserError> {
    let values = InsertUsers {
        email: request.email,
        name: request.name,
        role: request.role.name(),
        bio: request.bio.flatten(),
    };
    let row = queries::insert_users(db, values).await?;
    Ok(row.try_into()?)
}

/// Why `get_user` failed.
#[derive(Debug, thiserror::Error)]
pub enum GetUserError {
    #[error("The user does not exist.")]
    NotFound,
    #[error(transparent)]
    Database(#[from] sqlx::Error),
}

/// Read a user.
///
/// # Errors
/// Says why with [`GetUserError`].
pub async fn get_user(db: &Pool, id: i64) -> Result<User, GetUserError> {
    let row = queries::select_users_by_id(db, id).await?;
    Ok(row.ok_or(GetUserError::NotFound)?.try_into()?)
}

/// Why `update_user` failed.
#[derive(Debug, thiserror::Error)]
pub enum UpdateUserError {
    #[error("The user does not exist.")]
    NotFound,
    #[error("The email is already taken.")]
    EmailTaken,
    #[error("The values break the rule `{0}`.")]
    Refused(Constraint),
    #[error(transparent)]
    Database(sqlx::Error),
}

impl From<sqlx::Error> for UpdateUserError {
    fn from(error: sqlx::Error) -> Self {
        match Constraint::violated_by(&error) {
            Some(Constraint::UsersEmailKey) => Self::EmailTaken,
            Some(constraint) => Self::Refused(constraint),
            None => Self::Database(error),
        }
    }
}

/// Replace a user.
///
/// # Errors
/// Says why with [`UpdateUserError`].
pub async fn update_user(
    db: &Pool,
    id: i64,
    request: UpdateUserRequest,
) -> Result<User, UpdateUserError> {
    let values = UpdateUsers {
        email: request.email,
        name: request.name,
        role: request.role.name(),
        bio: request.bio,
    };
    let row = queries::update_users_by_id(db, id, values).await?;
    Ok(row.ok_or(UpdateUserError::NotFound)?.try_into()?)
}

/// Why `patch_user` failed.
#[derive(Debug, thiserror::Error)]
pub enum PatchUserError {
    #[error("The user does not exist.")]
    NotFound,
    #[error("The email is already taken.")]
    EmailTaken,
    #[error("The values break the rule `{0}`.")]
    Refused(Constraint),
    #[error(transparent)]
    Database(sqlx::Error),
}

impl From<sqlx::Error> for PatchUserError {
    fn from(error: sqlx::Error) -> Self {
        match Constraint::violated_by(&error) {
            Some(Constraint::UsersEmailKey) => Self::EmailTaken,
            Some(constraint) => Self::Refused(constraint),
            None => Self::Database(error),
        }
    }
}

/// Change parts of a user.
///
/// # Errors
/// Says why with [`PatchUserError`].
pub async fn patch_user(
    db: &Pool,
    id: i64,
    request: PatchUserRequest,
) -> Result<User, PatchUserError> {
    let values = PatchUsers {
        email: request.email,
        name: request.name,
        role: request.role.map(|role| role.name()),
        bio: request.bio,
    };
    let row = queries::patch_users_by_id(db, id, values).await?;
    Ok(row.ok_or(PatchUserError::NotFound)?.try_into()?)
}

/// Why `delete_user` failed.
#[derive(Debug, thiserror::Error)]
pub enum DeleteUserError {
    #[error("The user does not exist.")]
    NotFound,
    #[error(transparent)]
    Database(#[from] sqlx::Error),
}

/// Delete a user.
///
/// # Errors
/// Says why with [`DeleteUserError`].
pub async fn delete_user(db: &Pool, id: i64) -> Result<(), DeleteUserError> {
    if queries::delete_users_by_id(db, id).await? {
        Ok(())
    } else {
        Err(DeleteUserError::NotFound)
    }
}
