"""Bounds the time that a request may take."""

import asyncio
from typing import Final

import structlog
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from users.errors import unavailable
from users.spelling import spell

_log: Final = structlog.get_logger(__name__)


class Timeout:
    """Answers 503 where the rest takes longer; what it was doing is cancelled."""

    def __init__(self, app: ASGIApp, seconds: float) -> None:
        """Stand around `app`."""
        self._app = app
        self._seconds = seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        is_answered = False

        async def send_and_note(message: Message) -> None:
            nonlocal is_answered
            is_answered = True
            await send(message)

        deadline = asyncio.timeout(self._seconds)
        try:
            async with deadline:
                await self._app(scope, receive, send_and_note)
        except TimeoutError:
            if is_answered or not deadline.expired():
                raise
            _log.warning("the request timed out")
            await spell(scope, unavailable())(scope, receive, send)
