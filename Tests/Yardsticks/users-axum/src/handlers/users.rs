//! The operations on users.

use axum::{
    extract::State,
    http::{HeaderName, StatusCode, header::LOCATION},
};

use crate::{
    errors::ApiError,
    extract::{Json, Path, Query},
    generated::api::{
        ApiUsersIdPath, CreateUserRequest, ListUsersQuery, PatchUserRequest, UpdateUserRequest,
        User, UserList,
    },
    services::users::{
        self, CreateUserError, DeleteUserError, GetUserError, PatchUserError, UpdateUserError,
    },
    state::AppState,
};

/// List users: `GET /api/users`.
pub async fn list_users(
    State(state): State<AppState>,
    Query(query): Query<ListUsersQuery>,
) -> Result<Json<UserList>, ApiError> {
    let list = users::list_users(&state.db, query).await?;
    Ok(Json(list))
}

/// Create a user: `POST /api/users`.
pub async fn create_user(
    State(state): State<AppState>,
    Json(request): Json<CreateUserRequest>,
) -> Result<(StatusCode, [(HeaderName, String); 1], Json<User>), ApiError> {
    let user = users::create_user(&state.db, request).await?;
    let location = format!("/api/users/{}", user.id);
    Ok((StatusCode::CREATED, [(LOCATION, location)], Json(user)))
}

/// Read a user: `GET /api/users/{id}`.
pub async fn get_user(
    State(state): State<AppState>,
    Path(path): Path<ApiUsersIdPath>,
) -> Result<Json<User>, ApiError> {
    let user = users::get_user(&state.db, path.id).await?;
    Ok(Json(user))
}

/// Replace a user: `PUT /api/users/{id}`.
pub async fn update_user(
    State(state): State<AppState>,
    Path(path): Path<ApiUsersIdPath>,
    Json(request): Json<UpdateUserRequest>,
) -> Result<Json<User>, ApiError> {
    let user = users::update_user(&state.db, path.id, request).await?;
    Ok(Json(user))
}

/// Change parts of a user: `PATCH /api/users/{id}`.
pub async fn patch_user(
    State(state): State<AppState>,
    Path(path): Path<ApiUsersIdPath>,
    Json(request): Json<PatchUserRequest>,
) -> Result<Json<User>, ApiError> {
    let user = users::patch_user(&state.db, path.id, request).await?;
    Ok(Json(user))
}

/// Delete a user: `DELETE /api/users/{id}`.
pub async fn delete_user(
    State(state): State<AppState>,
    Path(path): Path<ApiUsersIdPath>,
) -> Result<StatusCode, ApiError> {
    users::delete_user(&state.db, path.id).await?;
    Ok(StatusCode::NO_CONTENT)
}

impl From<CreateUserError> for ApiError {
    fn from(error: CreateUserError) -> Self {
        let (status, code) = match error {
            CreateUserError::EmailTaken => return email_taken(),
            CreateUserError::Refused(rule) => (StatusCode::UNPROCESSABLE_ENTITY, rule.name()),
            CreateUserError::Database(error) => return error.into(),
        };
        Self::new(status, code, error.to_string())
    }
}

impl From<GetUserError> for ApiError {
    fn from(error: GetUserError) -> Self {
        let (status, code) = match error {
            GetUserError::NotFound => (StatusCode::NOT_FOUND, "not_found"),
            GetUserError::Database(error) => return error.into(),
        };
        Self::new(status, code, error.to_string())
    }
}

impl From<UpdateUserError> for ApiError {
    fn from(error: UpdateUserError) -> Self {
        let (status, code) = match error {
            UpdateUserError::NotFound => (StatusCode::NOT_FOUND, "not_found"),
            UpdateUserError::EmailTaken => return email_taken(),
            UpdateUserError::Refused(rule) => (StatusCode::UNPROCESSABLE_ENTITY, rule.name()),
            UpdateUserError::Database(error) => return error.into(),
        };
        Self::new(status, code, error.to_string())
    }
}

impl From<PatchUserError> for ApiError {
    fn from(error: PatchUserError) -> Self {
        let (status, code) = match error {
            PatchUserError::NotFound => (StatusCode::NOT_FOUND, "not_found"),
            PatchUserError::EmailTaken => return email_taken(),
            PatchUserError::Refused(rule) => (StatusCode::UNPROCESSABLE_ENTITY, rule.name()),
            PatchUserError::Database(error) => return error.into(),
        };
        Self::new(status, code, error.to_string())
    }
}

impl From<DeleteUserError> for ApiError {
    fn from(error: DeleteUserError) -> Self {
        let (status, code) = match error {
            DeleteUserError::NotFound => (StatusCode::NOT_FOUND, "not_found"),
            DeleteUserError::Database(error) => return error.into(),
        };
        Self::new(status, code, error.to_string())
    }
}

fn email_taken() -> ApiError {
    ApiError::new(
        StatusCode::CONFLICT,
        "email_taken",
        "The email is already taken.",
    )
    .at("/email")
}
