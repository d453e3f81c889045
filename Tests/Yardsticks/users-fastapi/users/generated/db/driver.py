"""What is particular to SQLite: how it is opened, how scripts run, and how it is locked."""

import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Final

from sqlalchemy import URL, AsyncAdaptedQueuePool, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

from .database import Database

DEFAULT_URL: Final = "sqlite://app.db"
"""Where the database is if `DATABASE_URL` does not say."""

_SCHEME: Final = "sqlite:"
_PRAGMAS: Final = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA journal_mode = WAL",
    # Safe with a write-ahead log: a power cut can lose the last transactions, not the file.
    "PRAGMA synchronous = NORMAL",
)


def connect(
    url: str, *, max_connections: int, acquire_timeout: float, statement_timeout: float
) -> Database:
    """Open the database, and make it where there is none. Times are in seconds.

    Raises:
        ValueError: where `url` names no file such as `sqlite://app.db` or `sqlite:///data/app.db`.
    """
    if not url.startswith(_SCHEME):
        message = "DATABASE_URL is no URL such as sqlite://app.db"
        raise ValueError(message)
    path = url.removeprefix(_SCHEME).removeprefix("//").partition("?")[0]
    engine = create_async_engine(
        URL.create("sqlite+aiosqlite", database=path),
        isolation_level="AUTOCOMMIT",
        # There is nothing to roll back, and the driver would ask its thread all the same.
        skip_autocommit_rollback=True,
        # Errors go to the log, where what users wrote does not belong.
        hide_parameters=True,
        # How long it waits for the locks of others.
        connect_args={"timeout": statement_timeout},
        poolclass=AsyncAdaptedQueuePool,
        pool_size=max_connections,
        max_overflow=0,
        pool_timeout=acquire_timeout,
    )
    event.listen(engine.sync_engine, "connect", _configure)
    # Reading first and writing later fails where another has written in between.
    return Database(engine, begin="BEGIN IMMEDIATE")


def _configure(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(pragma)
    cursor.close()


async def run_script(connection: AsyncConnection, script: str) -> None:
    """Run all statements of a script, which the driver only does one by one."""
    for statement in _statements(script):
        await connection.exec_driver_sql(statement)


def _statements(script: str) -> Iterator[str]:
    statement = ""
    for piece in script.split(";"):
        statement += piece + ";"
        # A semicolon may also stand in a text, a comment or a trigger.
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
    # What is left is the last semicolon, which we added, after spaces and comments.


@asynccontextmanager
async def migrating(connection: AsyncConnection) -> AsyncIterator[None]:  # noqa: ARG001
    """Nothing to lock: the transaction of each migration keeps all others from writing."""
    yield
