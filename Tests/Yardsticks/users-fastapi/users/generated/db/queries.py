"""The queries that the operations need, over a connection: each alone, or in a transaction."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import (
    BigInteger,
    Column,
    UnaryExpression,
    bindparam,
    delete,
    func,
    insert,
    literal,
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


async def count_users(connection: AsyncConnection, role: str | None, email: str | None) -> int:
    """Count rows of `users`."""
    statement = select(func.count()).select_from(users)
    if role is not None:
        statement = statement.where(users.c.role == role)
    if email is not None:
        statement = statement.where(users.c.email == email)
    result = await connection.execute(statement)
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


async def list_users(connection: AsyncConnection, values: ListUsers) -> list[UserRow]:
    """Return rows of `users`."""
    statement = select(*_USER_ROW)
    if values.role is not None:
        statement = statement.where(users.c.role == values.role)
    if values.email is not None:
        statement = statement.where(users.c.email == values.email)
    statement = (
        statement.order_by(_LIST_USERS_SORT[values.sort], users.c.id)
        .limit(literal(values.limit, BigInteger))
        .offset(literal(values.offset, BigInteger))
    )
    result = await connection.execute(statement)
    return [UserRow(*row) for row in result]


@dataclass(frozen=True, slots=True)
class InsertUser:
    """The values of `insert_user`. `ABSENT` leaves its part of the query out."""

    email: str
    name: str
    role: str
    bio: str | Absent | None


async def insert_user(connection: AsyncConnection, values: InsertUser) -> UserRow:
    """Insert a row into `users` and return it."""
    statement = (
        insert(users)
        .values(email=values.email, name=values.name, role=values.role)
        .returning(*_USER_ROW)
    )
    if values.bio is not ABSENT:
        statement = statement.values(bio=values.bio)
    result = await connection.execute(statement)
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


async def replace_user(connection: AsyncConnection, values: ReplaceUser) -> UserRow | None:
    """Change a row of `users`, and return it where there is one."""
    statement = (
        update(users)
        .values(
            email=values.email, name=values.name, role=values.role, bio=values.bio, updated_at=NOW
        )
        .where(users.c.id == values.id_)
        .returning(*_USER_ROW)
    )
    row = (await connection.execute(statement)).one_or_none()
    return None if row is None else UserRow(*row)


@dataclass(frozen=True, slots=True)
class UpdateUser:
    """The values of `update_user`. `None` or `ABSENT` leaves its part of the query out."""

    email: str | None
    name: str | None
    role: str | None
    bio: str | Absent | None
    id_: int


async def update_user(connection: AsyncConnection, values: UpdateUser) -> UserRow | None:
    """Change a row of `users`, and return it where there is one."""
    statement = update(users).values(updated_at=NOW)
    if values.email is not None:
        statement = statement.values(email=values.email)
    if values.name is not None:
        statement = statement.values(name=values.name)
    if values.role is not None:
        statement = statement.values(role=values.role)
    if values.bio is not ABSENT:
        statement = statement.values(bio=values.bio)
    returning = statement.where(users.c.id == values.id_).returning(*_USER_ROW)
    row = (await connection.execute(returning)).one_or_none()
    return None if row is None else UserRow(*row)


_DELETE_USER_BY_ID_QUERY: Final = delete(users).where(users.c.id == bindparam("id_"))


async def delete_user_by_id(connection: AsyncConnection, id_: int) -> int:
    """Delete rows of `users`, and say how many."""
    result = await connection.execute(_DELETE_USER_BY_ID_QUERY, {"id_": id_})
    return result.rowcount
