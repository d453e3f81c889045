//! What each route does.

use axum::{
    Json,
    extract::{
        Path, Query, State,
        rejection::{JsonRejection, PathRejection, QueryRejection},
    },
    http::{HeaderName, StatusCode, header::LOCATION},
};
use serde_json::{Value, json};
use sqlx::QueryBuilder;

use crate::{
    database::{Db, Pool},
    error::Error,
    user::{NewUser, Page, User, UserList},
};

pub async fn health() -> Json<Value> {
    Json(json!({ "status": "ok" }))
}

pub async fn get_user(
    State(pool): State<Pool>,
    id: Result<Path<i64>, PathRejection>,
) -> Result<Json<User>, Error> {
    let Path(id) = id?;
    if !(1..1 << 53).contains(&id) {
        return Err(Error::invalid("The id is not valid."));
    }
    let user = sqlx::query_as(
        "SELECT id, email, name, role, created_at, updated_at, bio FROM users WHERE id = $1",
    )
    .bind(id)
    .fetch_optional(&pool)
    .await?;
    user.map(Json).ok_or_else(Error::not_found)
}

pub async fn list_users(
    State(pool): State<Pool>,
    page: Result<Query<Page>, QueryRejection>,
) -> Result<Json<UserList>, Error> {
    let Query(page) = page?;
    page.validate()?;
    let mut count = QueryBuilder::new("SELECT COUNT(*) FROM users");
    filter(&mut count, &page);
    let total = count.build_query_scalar().fetch_one(&pool).await?;
    let mut list =
        QueryBuilder::new("SELECT id, email, name, role, created_at, updated_at, bio FROM users");
    filter(&mut list, &page);
    list.push(" ORDER BY ").push(page.sort.sql());
    let size = i64::from(page.per_page);
    list.push(" LIMIT ").push_bind(size);
    list.push(" OFFSET ")
        .push_bind((i64::from(page.page) - 1) * size);
    let users = list.build_query_as().fetch_all(&pool).await?;
    Ok(Json(UserList {
        users,
        total,
        page: page.page,
        per_page: page.per_page,
    }))
}

fn filter(query: &mut QueryBuilder<Db>, page: &Page) {
    query.push(" WHERE TRUE");
    if let Some(role) = page.role {
        query.push(" AND role = ").push_bind(role);
    }
    if let Some(email) = &page.email {
        query.push(" AND email = ").push_bind(email.clone());
    }
}

pub async fn create_user(
    State(pool): State<Pool>,
    body: Result<Json<NewUser>, JsonRejection>,
) -> Result<(StatusCode, [(HeaderName, String); 1], Json<User>), Error> {
    let Json(new) = body?;
    new.validate()?;
    let user: User = sqlx::query_as(
        "INSERT INTO users (email, name, role, bio) VALUES ($1, $2, $3, $4) \
         RETURNING id, email, name, role, created_at, updated_at, bio",
    )
    .bind(new.email)
    .bind(new.name)
    .bind(new.role)
    .bind(new.bio)
    .fetch_one(&pool)
    .await?;
    let location = format!("/api/users/{}", user.id);
    Ok((StatusCode::CREATED, [(LOCATION, location)], Json(user)))
}
