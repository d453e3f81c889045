"""What the server sends."""

from pydantic import BaseModel

from .decode import SentTime
from .models import UserRole


class User(BaseModel):
    """A user as others see it."""

    id: int
    """The user's number, never used twice."""
    email: str
    name: str
    role: UserRole
    bio: str | None
    created_at: SentTime
    """When the user was created, in UTC."""
    updated_at: SentTime
    """When the user last changed, in UTC."""


class UserList(BaseModel):
    """One page of users."""

    users: list[User]
    total: int
    """How many users there are on all pages."""
    page: int
    """The page, counted from 1."""
    per_page: int
    """How many users a page holds."""
