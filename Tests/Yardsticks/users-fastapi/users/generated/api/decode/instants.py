"""Times of RFC 3339, between text and `datetime`."""

import re
from datetime import UTC, datetime, timedelta, timezone
from typing import Final

_INSTANT = re.compile(
    r"(\d{4}-\d{2}-\d{2})[Tt ](\d{2}:\d{2}):(\d{2})(?:\.(\d+))?(?:[Zz]|([+-])(\d{2}):(\d{2}))",
    re.ASCII,
)
_LEAP_SECOND: Final = 60
_MINUTES_OF_AN_HOUR: Final = 60
_HOURS_OF_A_DAY: Final = 24
_MICROSECONDS: Final = 6
_MILLISECOND: Final = 1000


def parse_instant(text: str) -> datetime | None:
    """Read a time with its offset, in UTC from here on; nothing where `text` is none.

    Digits after the sixth of a fraction are dropped. A leap second is the start of the next
    minute, as in PostgreSQL.
    """
    match = _INSTANT.fullmatch(text)
    if match is None:
        return None
    day, clock, second, fraction, sign, hours, minutes = match.groups()
    leap = int(second) == _LEAP_SECOND
    offset = timedelta()
    if sign is not None:
        if int(hours) >= _HOURS_OF_A_DAY or int(minutes) >= _MINUTES_OF_AN_HOUR:
            return None
        offset = timedelta(hours=int(hours), minutes=int(minutes)) * (-1 if sign == "-" else 1)
    micros = (fraction or "").ljust(_MICROSECONDS, "0")[:_MICROSECONDS]
    try:
        time = datetime.fromisoformat(f"{day}T{clock}:{'59' if leap else second}.{micros}")
        time += timedelta(seconds=1 if leap else 0)
        return time.replace(tzinfo=timezone(offset)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def write_instant(time: datetime) -> str:
    """Write a time in UTC with a fraction of no, three or six digits, whichever it needs."""
    micros = time.microsecond
    if micros == 0:
        precision = "seconds"
    elif micros % _MILLISECOND == 0:
        precision = "milliseconds"
    else:
        precision = "microseconds"
    return time.astimezone(UTC).isoformat(timespec=precision).removesuffix("+00:00") + "Z"
