"""Connections to the database, shared by all requests."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

import structlog
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from users.errors import UnavailableError

_log: Final = structlog.get_logger(__name__)

_CUT_OFF: Final = ("08", "57P")
"""PostgreSQL's classes of errors "connection exception" and "operator intervention"; the latter
without the end of a statement's time."""


class Database:
    """A pool of connections on which every statement is a transaction of its own."""

    def __init__(
        self, engine: AsyncEngine, begin: str, unreachable: tuple[type[Exception], ...] = ()
    ) -> None:
        """Take an engine with the isolation level `AUTOCOMMIT`, and how a transaction begins.

        `unreachable` are errors of the driver itself, where there is no connection to be had.
        """
        self._engine = engine
        self._unreachable: tuple[type[Exception], ...] = (
            PoolTimeoutError,
            DBAPIError,
            OSError,
            *unreachable,
        )
        self._begin = begin
        self._is_closed = False

    @asynccontextmanager
    async def connection(self) -> AsyncIterator[AsyncConnection]:
        """Lend a connection.

        Raises:
            UnavailableError: where there is none within the time that the configuration allows,
                or where it is cut off while it is lent.
        """
        if self._is_closed:
            raise UnavailableError
        is_lent = False
        try:
            async with self._engine.connect() as connection:
                is_lent = True
                yield connection
        except self._unreachable as error:
            if is_lent and not _is_cut_off(error):
                raise
            _log.warning("no connection to the database", error=str(error))
            raise UnavailableError from error

    @asynccontextmanager
    async def atomically(self, connection: AsyncConnection) -> AsyncIterator[None]:
        """Make a transaction of the statements on a connection that was lent."""
        await connection.exec_driver_sql(self._begin)
        try:
            yield
        except BaseException:
            # A connection that is gone took its transaction with it.
            if not connection.invalidated:
                await connection.exec_driver_sql("ROLLBACK")
            raise
        await connection.exec_driver_sql("COMMIT")

    async def answers(self) -> bool:
        """Whether a statement gets through."""
        try:
            async with self.connection() as connection:
                await connection.exec_driver_sql("SELECT 1")
        except (UnavailableError, DBAPIError) as error:
            _log.warning("the database does not answer", error=str(error))
            return False
        return True

    async def close(self) -> None:
        """Close every connection; later requests for one are refused."""
        self._is_closed = True
        await self._engine.dispose()


def _is_cut_off(error: Exception) -> bool:
    """Whether the connection broke or the server ended it, and the statement is not at fault."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(cause, "sqlstate", None)
    if code is not None:
        return str(code).startswith(_CUT_OFF)
    return not isinstance(error, DBAPIError) or error.connection_invalidated
