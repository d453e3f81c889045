"""What is particular to PostgreSQL: how it is reached, how scripts run, and how it is locked."""

import math
import zlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime, timedelta
from time import monotonic
from typing import Final

import asyncpg
from sqlalchemy import AsyncAdaptedQueuePool, event, func, select
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import InvalidatePoolError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry, PoolProxiedConnection

from .database import Database

DEFAULT_URL: Final = "postgres://postgres@127.0.0.1:5432/postgres"
"""Where the database is if `DATABASE_URL` does not say."""

_SCHEMES: Final = ("postgres://", "postgresql://")
_DAY: Final = date(2000, 1, 1)
"""From here on PostgreSQL counts."""
_TIME: Final = datetime(2000, 1, 1, tzinfo=UTC)
_LOCAL_TIME: Final = _TIME.replace(tzinfo=None)
_TICK: Final = timedelta(microseconds=1)
_RETURNED: Final = "returned"
"""When a connection was given back, among what the pool notes of it."""
_TRUSTED: Final = 0.1
"""A connection that was used this short a time ago is lent without a question, in seconds."""


def connect(
    url: str, *, max_connections: int, acquire_timeout: float, statement_timeout: float
) -> Database:
    """Prepare to connect, with the first request. Times are in seconds.

    Raises:
        ValueError: where `url` is no URL of PostgreSQL.
    """
    if not url.startswith(_SCHEMES):
        message = f"DATABASE_URL is no URL such as {DEFAULT_URL}"
        raise ValueError(message)
    # The server itself ends a statement that nobody waits for any more.
    settings = {"statement_timeout": str(round(statement_timeout * 1000))}

    async def open_connection(**_: object) -> asyncpg.Connection:
        # The driver reads the URL: it knows more parameters of it than SQLAlchemy does.
        connection = await asyncpg.connect(url, timeout=acquire_timeout, server_settings=settings)
        await _keep_first_and_last_days(connection)
        return connection

    engine = create_async_engine(
        "postgresql+asyncpg://",
        async_creator=open_connection,
        isolation_level="AUTOCOMMIT",
        skip_autocommit_rollback=True,
        # Errors go to the log, where what users wrote does not belong.
        hide_parameters=True,
        poolclass=AsyncAdaptedQueuePool,
        pool_size=max_connections,
        max_overflow=0,
        pool_timeout=acquire_timeout,
    )
    _keep_alive(engine)
    return Database(engine, begin="BEGIN", unreachable=(asyncpg.PostgresError,))


async def _keep_first_and_last_days(connection: asyncpg.Connection) -> None:
    """Store the first and the last day that Python knows as such: asyncpg would make infinities."""
    await connection.set_type_codec(
        "date",
        schema="pg_catalog",
        encoder=lambda day: ((day - _DAY).days,),
        decoder=lambda days: _DAY + timedelta(days=days[0]),
        format="tuple",
    )
    for name, start in (("timestamptz", _TIME), ("timestamp", _LOCAL_TIME)):
        await connection.set_type_codec(
            name,
            schema="pg_catalog",
            encoder=lambda time, start=start: ((time - start) // _TICK,),
            decoder=lambda ticks, start=start: start + ticks[0] * _TICK,
            format="tuple",
        )


def _keep_alive(engine: AsyncEngine) -> None:
    """Replace connections that died while they were not lent, before somebody gets them.

    Most deaths the socket tells by itself. The server is asked after a pause only: that costs as
    much as a query, and on a busy connection the next query finds out as well.
    """

    @event.listens_for(engine.sync_engine, "checkin")
    def note(_: DBAPIConnection | None, entry: ConnectionPoolEntry) -> None:
        entry.info[_RETURNED] = monotonic()

    @event.listens_for(engine.sync_engine, "checkout")
    def check(
        connection: DBAPIConnection, entry: ConnectionPoolEntry, _: PoolProxiedConnection
    ) -> None:
        if entry.driver_connection is None or entry.driver_connection.is_closed():
            raise InvalidatePoolError
        pause = monotonic() - entry.info.get(_RETURNED, math.inf)
        if pause < _TRUSTED:
            return
        try:
            engine.dialect.do_ping(connection)
        except Exception as error:
            raise InvalidatePoolError from error


async def run_script(connection: AsyncConnection, script: str) -> None:
    """Run all statements of a script at once."""
    raw = await connection.get_raw_connection()
    driver = raw.driver_connection
    if not isinstance(driver, asyncpg.Connection):
        message = "the connection is not one of asyncpg"
        raise TypeError(message)
    await driver.execute(script)


@asynccontextmanager
async def migrating(connection: AsyncConnection) -> AsyncIterator[None]:
    """Keep all other servers from migrating the same database, those of other stacks included."""
    name = await connection.scalar(select(func.current_database()))
    # The key of Rust's `sqlx`.
    key = 0x3D32AD9E * zlib.crc32(str(name).encode())
    await connection.execute(select(func.pg_advisory_lock(key)))
    try:
        yield
    finally:
        await connection.execute(select(func.pg_advisory_unlock(key)))
