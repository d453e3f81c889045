"""The table, and the bodies of requests and responses."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import BigInteger, Column, DateTime, MetaData, Table, Text

from settings import IS_POSTGRES

_TIME = DateTime(timezone=True) if IS_POSTGRES else Text

users = Table(
    "users",
    MetaData(),
    Column("id", BigInteger, primary_key=True),
    Column("email", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("created_at", _TIME, nullable=False),
    Column("updated_at", _TIME, nullable=False),
    Column("bio", Text),
)

# As web browsers define it.
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_EMAIL = rf"^[A-Za-z0-9.!#$%&'*+/=?^_`{{|}}~-]+@{_LABEL}(?:\.{_LABEL})*$"

Email = Annotated[str, Field(min_length=3, max_length=254, pattern=_EMAIL)]
Name = Annotated[str, Field(min_length=1, max_length=100, pattern=r"^[^\x00-\x1F\x7F]+$")]
Bio = Annotated[str, Field(max_length=500, pattern=r"^[^\x00]*$")]
Role = Literal["admin", "member", "guest"]
Sort = Literal["created_at", "-created_at", "name", "-name", "email", "-email"]


class NewUser(BaseModel):
    model_config = ConfigDict(extra="forbid")

    email: Email
    name: Name
    role: Role = "member"
    bio: Bio | None = None


class User(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: int
    email: str
    name: str
    role: Role
    bio: str | None
    created_at: datetime
    updated_at: datetime


class UserList(BaseModel):
    users: list[User]
    total: int
    page: int
    per_page: int
