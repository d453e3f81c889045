"""Tables, and rows as the queries return them: the columns that the operations need."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import BigInteger, Column, MetaData, Table, Text, TypedColumns

from .types import Timestamp

METADATA: Final = MetaData()


class UsersColumns(TypedColumns):
    """The columns of `users`."""

    id = Column(BigInteger, primary_key=True)
    email = Column(Text, nullable=False)
    name = Column(Text, nullable=False)
    role = Column(Text, nullable=False)
    created_at = Column(Timestamp, nullable=False)
    updated_at = Column(Timestamp, nullable=False)
    bio: Column[str | None] = Column(Text)


users: Final = Table("users", METADATA, UsersColumns)


@dataclass(frozen=True, slots=True)
class UserRow:
    """A row of `users`."""

    id: int
    email: str
    name: str
    role: str
    created_at: datetime
    updated_at: datetime
    bio: str | None
