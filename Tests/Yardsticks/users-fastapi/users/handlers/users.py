"""The operations on users."""

from http import HTTPStatus
from typing import Annotated, Final

from fastapi import Depends, Response

from users.errors import Answer, Answers
from users.extract import JsonBody, PathParams, QueryParams
from users.generated.api.requests import (
    ApiUsersIdPath,
    CreateUserRequest,
    ListUsersQuery,
    PatchUserRequest,
    UpdateUserRequest,
)
from users.generated.api.responses import User, UserList
from users.services import users
from users.services.users import (
    EmailTakenError,
    NameInvalidError,
    RoleInvalidError,
    UserNotFoundError,
)
from users.state import State

ANSWERS: Final[Answers] = {
    EmailTakenError: Answer(
        HTTPStatus.CONFLICT, "email_taken", "The email is already taken.", pointer="/email"
    ),
    NameInvalidError: Answer(
        HTTPStatus.UNPROCESSABLE_ENTITY, "name_invalid", "The name is not valid.", pointer="/name"
    ),
    RoleInvalidError: Answer(
        HTTPStatus.UNPROCESSABLE_ENTITY, "role_invalid", "The role is not valid.", pointer="/role"
    ),
    UserNotFoundError: Answer(HTTPStatus.NOT_FOUND, "user_not_found", "The user does not exist."),
}
"""What a client gets where a service fails."""


async def list_users(
    state: State, query: Annotated[ListUsersQuery, Depends(QueryParams(ListUsersQuery))]
) -> UserList:
    """List users."""
    return await users.list_users(state.db, query)


async def create_user(
    state: State,
    request: Annotated[CreateUserRequest, Depends(JsonBody(CreateUserRequest))],
    response: Response,
) -> User:
    """Create a user."""
    user = await users.create_user(state.db, request)
    response.headers["location"] = f"/api/users/{user.id}"
    return user


async def get_user(
    state: State, path: Annotated[ApiUsersIdPath, Depends(PathParams(ApiUsersIdPath))]
) -> User:
    """Read a user."""
    return await users.get_user(state.db, path.id)


async def update_user(
    state: State,
    path: Annotated[ApiUsersIdPath, Depends(PathParams(ApiUsersIdPath))],
    request: Annotated[UpdateUserRequest, Depends(JsonBody(UpdateUserRequest))],
) -> User:
    """Replace a user."""
    return await users.update_user(state.db, path.id, request)


async def patch_user(
    state: State,
    path: Annotated[ApiUsersIdPath, Depends(PathParams(ApiUsersIdPath))],
    request: Annotated[PatchUserRequest, Depends(JsonBody(PatchUserRequest))],
) -> User:
    """Change parts of a user."""
    return await users.patch_user(state.db, path.id, request)


async def delete_user(
    state: State, path: Annotated[ApiUsersIdPath, Depends(PathParams(ApiUsersIdPath))]
) -> None:
    """Delete a user."""
    await users.delete_user(state.db, path.id)
