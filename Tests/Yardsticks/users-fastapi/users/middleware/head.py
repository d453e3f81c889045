"""HEAD is GET without a body (RFC 9110, section 9.3.2)."""

from fastapi import APIRouter
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from users.extract.route import routes_at

from .raw_path import raw_path


class AnswerHead:
    """Lets routes of GET answer HEAD, where the contract has no operation of its own for it."""

    def __init__(self, app: ASGIApp, router: APIRouter) -> None:
        """Stand around `app`, whose routes `router` has."""
        self._app = app
        self._router = router

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle a request."""
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self._app(scope, receive, send)
            return

        async def send_without_body(message: Message) -> None:
            if message["type"] == "http.response.body":
                message["body"] = b""
            await send(message)

        routes = routes_at(self._router, raw_path(scope))
        is_own = any("HEAD" in (route.methods or ()) for route in routes)
        # A copy: the server asks the scope itself whether the response has a body.
        inner = {**scope, "method": "HEAD" if is_own else "GET"}
        try:
            await self._app(inner, receive, send_without_body)
        finally:
            scope["route"] = inner.get("route")
