"""Gives every request an id that its log lines and its response share."""

import re
from typing import Final
from uuid import uuid4

import structlog
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

X_REQUEST_ID: Final = "x-request-id"

_ID: Final = re.compile(r"[A-Za-z0-9._-]{1,128}")
"""Anything else could forge log lines or break the programs that read them."""


class AssignRequestId:
    """Takes the id that the client sent, if it is one, or makes a new one; and sends it back."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand around `app`."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        sent = Headers(scope=scope).get(X_REQUEST_ID, "")
        request_id = sent if _ID.fullmatch(sent) else str(uuid4())

        async def send_with_id(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message)[X_REQUEST_ID] = request_id
            await send(message)

        with structlog.contextvars.bound_contextvars(request_id=request_id):
            await self._app(scope, receive, send_with_id)
