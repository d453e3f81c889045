"""Routes see the path as it was sent, so that `%2F` is no separator."""

from starlette.types import ASGIApp, Receive, Scope, Send


class MatchRawPath:
    """Undoes the server's percent-decoding; `extract.PathParams` decodes what it takes."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand around `app`."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle a request."""
        if scope["type"] == "http":
            scope["path"] = raw_path(scope)
        await self._app(scope, receive, send)


def raw_path(scope: Scope) -> str:
    """The path as it was sent."""
    path: bytes = scope["raw_path"]
    return path.partition(b"?")[0].decode("latin-1")
