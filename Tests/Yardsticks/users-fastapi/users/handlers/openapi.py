"""The contract itself, for the programs that read it."""

from importlib import resources
from typing import Final

from fastapi import Response

_PACKAGE: Final = resources.files("users")

DOCUMENT: Final = (_PACKAGE / "openapi.json").read_bytes()


async def document() -> Response:
    """The OpenAPI document: `GET /openapi.json`."""
    return Response(DOCUMENT, media_type="application/json")
