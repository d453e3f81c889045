"""One line of log for each request."""

import time
from typing import Final

import structlog
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_log: Final = structlog.get_logger(__name__)


class Trace:
    """Logs what was answered, and how long that took.

    It names the route's template and not the path, which may hold what should not be logged.
    """

    def __init__(self, app: ASGIApp) -> None:
        """Stand around `app`."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        start = time.perf_counter()
        status = 0

        async def send_and_look(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                # An `HTTPStatus` would be logged by its name.
                status = int(message["status"])
            await send(message)

        await self._app(scope, receive, send_and_look)
        _log.info(
            "request finished",
            method=scope["method"],
            route=getattr(scope.get("route"), "path", ""),
            status=status,
            latency_ms=round((time.perf_counter() - start) * 1000, 3),
        )
