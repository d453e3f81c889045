"""The pool: ten connections, each statement a transaction of its own."""

from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import Depends
from sqlalchemy import AsyncAdaptedQueuePool, event
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine

from settings import DATABASE_URL, IS_POSTGRES

_SCHEMES = {"postgres://": "postgresql+asyncpg://", "sqlite://": "sqlite+aiosqlite:///"}


def _url() -> str:
    for scheme, driver in _SCHEMES.items():
        if DATABASE_URL.startswith(scheme):
            return driver + DATABASE_URL.removeprefix(scheme)
    raise ValueError("DATABASE_URL is no URL of SQLite or PostgreSQL")


engine = create_async_engine(
    _url(),
    isolation_level="AUTOCOMMIT",
    poolclass=AsyncAdaptedQueuePool,
    pool_size=10,
    max_overflow=0,
)

if not IS_POSTGRES:

    @event.listens_for(engine.sync_engine, "connect")
    def _configure(connection, _record) -> None:  # noqa: ANN001
        cursor = connection.cursor()
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.execute("PRAGMA journal_mode = WAL")
        cursor.execute("PRAGMA synchronous = NORMAL")
        cursor.close()


async def _connection() -> AsyncIterator[AsyncConnection]:
    async with engine.connect() as connection:
        yield connection


Connection = Annotated[AsyncConnection, Depends(_connection)]
