//! The queries that the operations need, over anything that executes: a pool, a connection, or a
//! transaction.

use sqlx::{Executor, QueryBuilder};

use super::{Db, models::UsersRow};

/// The values of `insert_users`.
#[derive(Debug, Clone, PartialEq)]
pub struct InsertUsers {
    pub email: String,
    pub name: String,
    pub role: &'static str,
    pub bio: Option<String>,
}

/// Inserts a row into `users` and returns it.
pub async fn insert_users<'e, E>(executor: E, values: InsertUsers) -> Result<UsersRow, sqlx::Error>
where
    E: Executor<'e, Database = Db>,
{
    sqlx::query_as(
        "INSERT INTO users (email, name, role, bio) \
         VALUES ($1, $2, $3, $4) \
         RETURNING id, email, name, role, bio, created_at, updated_at",
    )
    .bind(values.email)
    .bind(values.name)
    .bind(values.role)
    .bind(values.bio)
    .fetch_one(executor)
    .await
}

/// The row of `users` with this `id`.
pub async fn select_users_by_id<'e, E>(
    executor: E,
    id: i64,
) -> Result<Option<UsersRow>, sqlx::Error>
where
    E: Executor<'e, Database = Db>,
{
    sqlx::query_as(
        "SELECT id, email, name, role, bio, created_at, updated_at \
         FROM users \
         WHERE id = $1",
    )
    .bind(id)
    .fetch_optional(executor)
    .await
}

/// Which rows `list_users` and `count_users` regard; `None` regards all.
#[derive(Debug, Clone, PartialEq)]
pub struct UsersFilter {
    pub role: Option<&'static str>,
    pub email: Option<String>,
}

impl UsersFilter {
    fn push(&self, query: &mut QueryBuilder<Db>) {
        query.push(" WHERE TRUE");
        if let Some(role) = &self.role {
            query.push(" AND role = ").push_bind(role);
        }
        if let Some(email) = &self.email {
            query.push(" AND email = ").push_bind(email);
        }
    }
}

/// The order in which `list_users` returns rows; equal ones are in the order of `id`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UsersOrder {
    CreatedAtAscending,
    CreatedAtDescending,
    NameAscending,
    NameDescending,
    EmailAscending,
    EmailDescending,
}

impl UsersOrder {
    fn sql(self) -> &'static str {
        match self {
            Self::CreatedAtAscending => " ORDER BY created_at, id",
            Self::CreatedAtDescending => " ORDER BY created_at DESC, id",
            Self::NameAscending => " ORDER BY name, id",
            Self::NameDescending => " ORDER BY name DESC, id",
            Self::EmailAscending => " ORDER BY email, id",
            Self::EmailDescending => " ORDER BY email DESC, id",
        }
    }
}

/// At most `limit` rows of `users`, after the first `offset`.
pub async fn list_users<'e, E>(
    executor: E,
    filter: &UsersFilter,
    order: UsersOrder,
    limit: i64,
    offset: i64,
) -> Result<Vec<UsersRow>, sqlx::Error>
where
    E: Executor<'e, Database = Db>,
{
    let mut query = QueryBuilder::new(
        "SELECT id, email, name, role, bio, created_at, updated_at \
         FROM users",
    );
    filter.push(&mut query);
    query.push(order.sql());
    query.push(" LIMIT ").push_bind(limit);
    query.push(" OFFSET ").push_bind(offset);
    query.build_query_as().fetch_all(executor).await
}

/// How many rows of `users` there are.
pub async fn count_users<'e, E>(executor: E, filter: &UsersFilter) -> Result<i64, sqlx::Error>
where
    E: Executor<'e, Database = Db>,
{
    let mut query = QueryBuilder::new("SELECT COUNT(*) FROM users");
    filter.push(&mut query);
    query.build_query_scalar().fetch_one(executor).await
}

/// The values of `update_users_by_id`.
#[derive(Debug, Clone, PartialEq)]
pub struct UpdateUsers {
    pub email: String,
    pub name: String,
    pub role: &'static str,
    pub bio: Option<String>,
}

/// Replaces the values of the row of `users` with this `id` and returns it, if it exists.
pub async fn update_users_by_id<'e, E>(
    executor: E,
    id: i64,
    values: UpdateUsers,
) -> Result<Option<UsersRow>, sqlx::Error>
where
    E: Executor<'e, Database = Db>,
{
    sqlx::query_as(
        "UPDATE users \
         SET email = $1, name = $2, role = $3, bio = $4, \
         updated_at = strftime('%Y-%m-%dT%H:%M:%f000Z', 'now') \
         WHERE id = $5 \
         RETURNING id, email, name, role, bio, created_at, updated_at",
    )
    .bind(values.email)
    .bind(values.name)
    .bind(values.role)
    .bind(values.bio)
    .bind(id)
    .fetch_optional(executor)
    .await
}

/// The values of `patch_users_by_id`; `None` leaves a column as it is.
#[derive(Debug, Clone, PartialEq)]
pub struct PatchUsers {
    pub email: Option<String>,
    pub name: Option<String>,
    pub role: Option<&'static str>,
    pub bio: Option<Option<String>>,
}

/// Changes the given values of the row of `users` with this `id` and returns it, if it exists.
pub async fn patch_users_by_id<'e, E>(
    executor: E,
    id: i64,
    values: PatchUsers,
) -> Result<Option<UsersRow>, sqlx::Error>
where
    E: Executor<'e, Database = Db>,
{
    let mut query = QueryBuilder::new(
        "UPDATE users \
         SET updated_at = strftime('%Y-%m-%dT%H:%M:%f000Z', 'now')",
    );
    if let Some(email) = values.email {
        query.push(", email = ").push_bind(email);
    }
    if let Some(name) = values.name {
        query.push(", name = ").push_bind(name);
    }
    if let Some(role) = values.role {
        query.push(", role = ").push_bind(role);
    }
    if let Some(bio) = values.bio {
        query.push(", bio = ").push_bind(bio);
    }
    query.push(" WHERE id = ").push_bind(id);
    query.push(" RETURNING id, email, name, role, bio, created_at, updated_at");
    query.build_query_as().fetch_optional(executor).await
}

/// Deletes the row of `users` with this `id`; says whether it existed.
pub async fn delete_users_by_id<'e, E>(executor: E, id: i64) -> Result<bool, sqlx::Error>
where
    E: Executor<'e, Database = Db>,
{
    let result = sqlx::query("DELETE FROM users WHERE id = $1")
        .bind(id)
        .execute(executor)
        .await?;
    Ok(result.rows_affected() > 0)
}
