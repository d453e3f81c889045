"""Bounds how much of a body is read."""

from http import HTTPStatus

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from users.errors import ApiError


class BodyLimit:
    """Fails the reading of a body beyond the limit, whatever length its sender declared."""

    def __init__(self, app: ASGIApp, limit: int) -> None:
        """Stand around `app`; the limit is in bytes."""
        self._app = app
        self._limit = limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle a request."""
        size = 0

        async def receive_within_limit() -> Message:
            nonlocal size
            message = await receive()
            size += len(message.get("body", b""))
            if size > self._limit:
                raise ApiError(
                    HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
                    "payload_too_large",
                    "The body is too large.",
                )
            return message

        await self._app(scope, receive_within_limit, send)
