"""What every handler may use."""

from dataclasses import dataclass
from typing import Annotated, Self

from fastapi import Depends
from starlette.requests import Request

from .config import Config
from .generated.db import Database, connect
from .generated.db.migrations import embedded, migrate
from .resilience import Readiness


@dataclass(frozen=True, slots=True)
class AppState:
    """Shared by all requests."""

    db: Database
    readiness: Readiness

    @classmethod
    async def open(cls, config: Config, readiness: Readiness) -> Self:
        """Connect to the database and bring its schema up to date.

        Raises:
            UnavailableError: where the database does not answer.
            MigrationError: where its schema is not one of ours.
        """
        db = connect(
            config.database_url.get_secret_value(),
            max_connections=config.database_max_connections,
            acquire_timeout=config.database_acquire_timeout,
            statement_timeout=config.request_timeout,
        )
        try:
            await migrate(db, embedded())
        except BaseException:
            await db.close()
            raise
        return cls(db, readiness)

    async def close(self) -> None:
        """Close every connection."""
        await self.db.close()


async def _state_of(request: Request) -> AppState:
    # A coroutine, because FastAPI would call a plain function in a thread.
    state = request.app.state.shared
    if not isinstance(state, AppState):
        message = "the application has not been started"
        raise TypeError(message)
    return state


State = Annotated[AppState, Depends(_state_of)]
"""The state, as an argument of a handler."""
