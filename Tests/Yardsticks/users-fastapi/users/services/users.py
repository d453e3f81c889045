"""The operations of `users`."""

from typing import Final

from users.errors import ServiceError
from users.generated import mapping
from users.generated.api.requests import (
    CreateUserRequest,
    ListUsersQuery,
    PatchUserRequest,
    UpdateUserRequest,
)
from users.generated.api.responses import User, UserList
from users.generated.db import Database, queries
from users.generated.db.constraints import Constraint
from users.generated.db.queries import InsertUser, ListUsers, ReplaceUser, UpdateUser
from users.generated.db.refusals import refusals


class EmailTakenError(ServiceError):
    """The email is already taken."""


class NameInvalidError(ServiceError):
    """The name is not valid."""


class RoleInvalidError(ServiceError):
    """The role is not valid."""


class UserNotFoundError(ServiceError):
    """The user does not exist."""


_REFUSALS: Final = {
    Constraint.USERS_EMAIL_KEY: EmailTakenError,
    Constraint.USERS_NAME_CHECK: NameInvalidError,
    Constraint.USERS_ROLE_CHECK: RoleInvalidError,
}


async def list_users(db: Database, query: ListUsersQuery) -> UserList:
    """List users."""
    values = ListUsers(
        role=query.role,
        email=query.email,
        sort=query.sort,
        limit=query.per_page,
        offset=(query.page - 1) * query.per_page,
    )
    async with db.connection() as connection:
        total = await queries.count_users(connection, query.role, query.email)
        rows = await queries.list_users(connection, values)
    return UserList(
        users=[mapping.user(row) for row in rows],
        total=total,
        page=query.page,
        per_page=query.per_page,
    )


async def create_user(db: Database, request: CreateUserRequest) -> User:
    """Create a user.

    Raises:
        EmailTakenError, NameInvalidError, RoleInvalidError: where the database refuses
            it.
    """
    values = InsertUser(email=request.email, name=request.name, role=request.role, bio=request.bio)
    async with db.connection() as connection:
        with refusals(_REFUSALS):
            user = await queries.insert_user(connection, values)
    return mapping.user(user)


async def get_user(db: Database, id_: int) -> User:
    """Read a user.

    Raises:
        UserNotFoundError: where there is none.
    """
    async with db.connection() as connection:
        user = await queries.find_user_by_id(connection, id_)
    if user is None:
        raise UserNotFoundError
    return mapping.user(user)


async def update_user(db: Database, id_: int, request: UpdateUserRequest) -> User:
    """Replace a user.

    Raises:
        EmailTakenError, NameInvalidError, RoleInvalidError: where the database refuses
            it.
        UserNotFoundError: where there is none.
    """
    values = ReplaceUser(
        email=request.email, name=request.name, role=request.role, bio=request.bio, id_=id_
    )
    async with db.connection() as connection:
        with refusals(_REFUSALS):
            user = await queries.replace_user(connection, values)
    if user is None:
        raise UserNotFoundError
    return mapping.user(user)


async def patch_user(db: Database, id_: int, request: PatchUserRequest) -> User:
    """Change parts of a user.

    Raises:
        EmailTakenError, NameInvalidError, RoleInvalidError: where the database refuses
            it.
        UserNotFoundError: where there is none.
    """
    values = UpdateUser(
        email=request.email, name=request.name, role=request.role, bio=request.bio, id_=id_
    )
    async with db.connection() as connection:
        with refusals(_REFUSALS):
            user = await queries.update_user(connection, values)
    if user is None:
        raise UserNotFoundError
    return mapping.user(user)


async def delete_user(db: Database, id_: int) -> None:
    """Delete a user.

    Raises:
        UserNotFoundError: where there is none.
    """
    async with db.connection() as connection:
        deleted = await queries.delete_user_by_id(connection, id_)
    if deleted == 0:
        raise UserNotFoundError
