"""Calls from web pages of other origins, by allow-list."""

from collections.abc import Collection
from typing import Final

from fastapi import APIRouter
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from users.extract.route import methods_at

from .raw_path import raw_path
from .request_id import X_REQUEST_ID

_METHODS: Final = "GET,POST,PUT,PATCH,DELETE"
_RESPONSE_HEADERS: Final = f"location,{X_REQUEST_ID}"
_MAX_AGE: Final = "600"
_VARY: Final = "origin, access-control-request-method, access-control-request-headers"


class Cors:
    """Tells browsers which origins may call, and answers what they ask before they do."""

    def __init__(self, app: ASGIApp, origins: Collection[str], router: APIRouter) -> None:
        """Stand around `app`, whose routes `router` has."""
        self._app = app
        self._origins = frozenset(origins)
        self._router = router

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        asked = Headers(scope=scope)
        origin = asked.get("origin", "")
        allowed = {"access-control-allow-origin": origin} if origin in self._origins else {}
        if scope["method"] == "OPTIONS":
            headers = {
                "vary": _VARY,
                "access-control-allow-methods": _METHODS,
                "access-control-max-age": _MAX_AGE,
                **allowed,
            }
            # The contract decides which headers are read; a listed origin may send any.
            if names := asked.get("access-control-request-headers"):
                headers["access-control-allow-headers"] = names
            if methods := methods_at(self._router, raw_path(scope)):
                headers["allow"] = ",".join(methods)
            await Response(headers=headers)(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.append("vary", _VARY)
                headers["access-control-expose-headers"] = _RESPONSE_HEADERS
                headers.update(allowed)
            await send(message)

        await self._app(scope, receive, send_with_headers)
