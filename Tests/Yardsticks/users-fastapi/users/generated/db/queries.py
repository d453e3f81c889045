"""The queries that the operations need, over a connection: each alone, or in a transaction.

A statement is built once, or once for each choice of its parts: SQLAlchemy takes longer to build
one than to find what it compiled for it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from sqlalchemy import (
    BigInteger,
    Column,
    Select,
    UnaryExpression,
    bindparam,
    delete,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from users.generated.api.decode import ABSENT, Absent
from users.generated.api.requests import ListUsersSort

from .models import UserRow, users
from .types import NOW, by_code_points

_USER_ROW: Final[tuple[Column[Any], ...]] = (
    users.c.id,
    users.c.email,
    users.c.name,
    users.c.role,
    users.c.created_at,
    users.c.updated_at,
    users.c.bio,
)


@lru_cache
def _count_users_query(*, role: bool, email: bool) -> Select[int]:
    statement = select(func.count()).select_from(users)
    if role:
        statement = statement.where(users.c.role == bindparam("role"))
    if email:
        statement = statement.where(users.c.email == bindparam("email"))
    return statement


async def count_users(connection: AsyncConnection, role: str | None, email: str | None) -> int:
    """Count rows of `users`."""
    statement = _count_users_query(role=role is not None, email=email is not None)
    result = await connection.execute(statement, {"role": role, "email": email})
    return result.scalar_one()


@dataclass(frozen=True, slots=True)
class ListUsers:
    """The values of `list_users`. `None` leaves its part of the query out."""

    role: str | None
    email: str | None
    sort: ListUsersSort
    limit: int
    offset: int


_LIST_USERS_SORT: Final[Mapping[ListUsersSort, UnaryExpression[Any]]] = {
    ListUsersSort.CREATED_AT: users.c.created_at.asc(),
    ListUsersSort.MINUS_CREATED_AT: users.c.created_at.desc(),
    ListUsersSort.NAME: by_code_points(users.c.name).asc(),
    ListUsersSort.MINUS_NAME: by_code_points(users.c.name).desc(),
    ListUsersSort.EMAIL: by_code_points(users.c.email).asc(),
    ListUsersSort.MINUS_EMAIL: by_code_points(users.c.email).desc(),
}


@lru_cache
def _list_users_query(*, role: bool, email: bool, sort: ListUsersSort) -> Select[*tuple[Any, ...]]:
    statement = select(*_USER_ROW)
    if role:
        statement = statement.where(users.c.role == bindparam("role"))
    if email:
        statement = statement.where(users.c.email == bindparam("email"))
    return (
        statement.order_by(_LIST_USERS_SORT[sort], users.c.id)
        .limit(bindparam("limit", type_=BigInteger))
        .offset(bindparam("offset", type_=BigInteger))
    )


async def list_users(connection: AsyncConnection, values: ListUsers) -> list[UserRow]:
    """Return rows of `users`."""
    statement = _list_users_query(
        role=values.role is not None, email=values.email is not None, sort=values.sort
    )
    given = {
        "role": values.role,
        "email": values.email,
        "limit": values.limit,
        "offset": values.offset,
    }
    result = await connection.execute(statement, given)
    return [UserRow(*row) for row in result]


@dataclass(frozen=True, slots=True)
class InsertUser:
    """The values of `insert_user`. `ABSENT` leaves its part of the query out."""

    email: str
    name: str
    role: str
    bio: str | Absent | None


_INSERT_USER_QUERY: Final = insert(users).returning(*_USER_ROW)


async def insert_user(connection: AsyncConnection, values: InsertUser) -> UserRow:
    """Insert a row into `users` and return it."""
    given: dict[str, object] = {"email": values.email, "name": values.name, "role": values.role}
    if values.bio is not ABSENT:
        given["bio"] = values.bio
    result = await connection.execute(_INSERT_USER_QUERY, given)
    return UserRow(*result.one())


_FIND_USER_BY_ID_QUERY: Final = select(*_USER_ROW).where(users.c.id == bindparam("id_"))


async def find_user_by_id(connection: AsyncConnection, id_: int) -> UserRow | None:
    """Find a row of `users`."""
    row = (await connection.execute(_FIND_USER_BY_ID_QUERY, {"id_": id_})).one_or_none()
    return None if row is None else UserRow(*row)


@dataclass(frozen=True, slots=True)
class ReplaceUser:
    """The values of `replace_user`."""

    email: str
    name: str
    role: str
    bio: str | None
    id_: int


_REPLACE_USER_QUERY: Final = (
    update(users).values(updated_at=NOW).where(users.c.id == bindparam("id_")).returning(*_USER_ROW)
)


async def replace_user(connection: AsyncConnection, values: ReplaceUser) -> UserRow | None:
    """Change a row of `users`, and return it where there is one."""
    given = {
        "email": values.email,
        "name": values.name,
        "role": values.role,
        "bio": values.bio,
        "id_": values.id_,
    }
    row = (await connection.execute(_REPLACE_USER_QUERY, given)).one_or_none()
    return None if row is None else UserRow(*row)


@dataclass(frozen=True, slots=True)
class UpdateUser:
    """The values of `update_user`. `None` or `ABSENT` leaves its part of the query out."""

    email: str | None
    name: str | None
    role: str | None
    bio: str | Absent | None
    id_: int


_UPDATE_USER_QUERY: Final = (
    update(users).values(updated_at=NOW).where(users.c.id == bindparam("id_")).returning(*_USER_ROW)
)


async def update_user(connection: AsyncConnection, values: UpdateUser) -> UserRow | None:
    """Change a row of `users`, and return it where there is one."""
    given: dict[str, object] = {"id_": values.id_}
    if values.email is not None:
        given["email"] = values.email
    if values.name is not None:
        given["name"] = values.name
    if values.role is not None:
        given["role"] = values.role
    if values.bio is not ABSENT:
        given["bio"] = values.bio
    row = (await connection.execute(_UPDATE_USER_QUERY, given)).one_or_none()
    return None if row is None else UserRow(*row)


_DELETE_USER_BY_ID_QUERY: Final = delete(users).where(users.c.id == bindparam("id_"))


async def delete_user_by_id(connection: AsyncConnection, id_: int) -> int:
    """Delete rows of `users`, and say how many."""
    result = await connection.execute(_DELETE_USER_BY_ID_QUERY, {"id_": id_})
    return result.rowcount
