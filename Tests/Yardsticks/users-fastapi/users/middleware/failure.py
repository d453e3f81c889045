"""Answers where nobody else does: the last resort of a request."""

from typing import Final

import structlog
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from users.errors import internal
from users.spelling import spell

_log: Final = structlog.get_logger(__name__)


class CatchFailures:
    """Tells the log why a request failed, and the client that it did."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand around `app`."""
        self._app = app

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

        try:
            await self._app(scope, receive, send_and_note)
        except Exception:
            _log.exception("the request failed")
            if is_answered:
                # Half a response is out: only a broken connection tells the client now.
                raise
            await spell(scope, internal())(scope, receive, send)
