"""What clients send: bodies and parameters."""

from typing import Annotated, ClassVar

from .decode import ABSENT, Absent, Integer, Keyword, Members, Object, Omittable, Parameters
from .models import EmailAddress, UserBio, UserName, UserRole


class CreateUserRequest(Object):
    """A user to be created."""

    members: ClassVar = Members(closed=True)

    email: EmailAddress
    name: UserName
    role: UserRole = UserRole.MEMBER
    bio: Annotated[UserBio | Absent | None, Omittable()] = ABSENT


class UpdateUserRequest(Object):
    """All that may be said about a user."""

    members: ClassVar = Members(closed=True)

    email: EmailAddress
    name: UserName
    role: UserRole
    bio: UserBio | None


class PatchUserRequest(Object):
    """What is to change; at least one field."""

    members: ClassVar = Members(minimum=1, closed=True)

    email: Annotated[EmailAddress | None, Omittable()] = None
    name: Annotated[UserName | None, Omittable()] = None
    role: Annotated[UserRole | None, Omittable()] = None
    bio: Annotated[UserBio | Absent | None, Omittable()] = ABSENT


class ListUsersSort(Keyword):
    """What the parameter `sort` of `list_users` may be."""

    CREATED_AT = "created_at"
    MINUS_CREATED_AT = "-created_at"
    NAME = "name"
    MINUS_NAME = "-name"
    EMAIL = "email"
    MINUS_EMAIL = "-email"


class ListUsersQuery(Parameters):
    """The query parameters of `list_users`."""

    page: Annotated[int, Integer(32, minimum=1, maximum=1_000_000)] = 1
    """The page, counted from 1."""
    per_page: Annotated[int, Integer(32, minimum=1, maximum=100)] = 20
    """How many users a page holds."""
    role: Annotated[UserRole | None, Omittable()] = None
    """Only users with this role."""
    email: Annotated[EmailAddress | None, Omittable()] = None
    """Only the user with this e-mail address."""
    sort: ListUsersSort = ListUsersSort.CREATED_AT
    """The order; a leading minus turns it round."""


class ApiUsersIdPath(Parameters):
    """The path parameters of `/api/users/{id}`."""

    id: Annotated[int, Integer(64, minimum=1, maximum=9_007_199_254_740_991)]
    """The user's number."""
