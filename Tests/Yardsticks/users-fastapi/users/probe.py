"""Asks a running server whether it is alive, for a container's health check."""

import asyncio
from typing import Final

from .config import Config

_LIMIT: Final = 2.0
_REQUEST: Final = b"GET /livez HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
_EXPECTED: Final = b"HTTP/1.1 200 "


async def probe(config: Config) -> None:
    """Succeed where the server that `config` describes answers 200 to `/livez`.

    Raises:
        OSError: where it does not answer so.
        TimeoutError: where it does not within two seconds.
    """
    async with asyncio.timeout(_LIMIT):
        # A server that listens everywhere (0.0.0.0 or ::) also listens here.
        reader, writer = await asyncio.open_connection(str(config.host), config.port)
        writer.write(_REQUEST)
        answer = await reader.read()
        writer.close()
    if not answer.startswith(_EXPECTED):
        message = "the server does not answer 200"
        raise OSError(message)
