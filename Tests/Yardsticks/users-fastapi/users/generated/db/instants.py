"""Times as text."""

from contextlib import suppress
from datetime import UTC, datetime
from typing import Final

from users.generated.api.decode.instants import parse_instant

_WIDTH: Final = len("2026-01-31T23:59:59.000000Z")


def read_instant(text: str) -> datetime:
    """Read a time of RFC 3339, or one as databases write it without a zone, which is UTC.

    Raises:
        ValueError: where `text` is none.
    """
    if len(text) == _WIDTH and text.endswith("Z"):
        # As they are written here: no need to look at every digit.
        with suppress(ValueError):
            return datetime.fromisoformat(text)
    time = parse_instant(text) or parse_instant(f"{text}Z")
    if time is None:
        message = f"`{text}` is no time"
        raise ValueError(message)
    return time


def write_instant(time: datetime) -> str:
    """Write a time with microseconds, always of one width, so that texts compare as times."""
    return time.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"
