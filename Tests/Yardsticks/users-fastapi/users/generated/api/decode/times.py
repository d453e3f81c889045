"""The formats `date-time` and `date`."""

import re
from datetime import date, datetime
from typing import Annotated, TypeAlias

from pydantic import PlainSerializer
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import core_schema

from . import fault
from .instants import parse_instant, write_instant
from .reader import Reader
from .report import refuse
from .text import string

_NO_INSTANT = fault.form("a time such as 2026-01-31T12:00:00Z")
_NO_DAY = fault.form("a day such as 2026-01-31")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)

SentTime: TypeAlias = Annotated[datetime, PlainSerializer(write_instant, when_used="json")]
"""A time that the server sends: it needs no reader, but is written as all stacks write it."""


class DateTime(Reader):
    """A time with its offset (RFC 3339), in UTC from here on."""

    def read(self, value: object, *, is_text: bool) -> datetime:  # noqa: ARG002
        """Read a time."""
        if isinstance(value, datetime):
            return value
        time = parse_instant(string(value))
        if time is None:
            refuse([_NO_INSTANT])
        return time

    def serialization(self) -> core_schema.SerSchema:
        """Write times as all stacks do."""
        return core_schema.plain_serializer_function_ser_schema(
            write_instant, when_used="json-unless-none"
        )

    def schema(self) -> JsonSchemaValue:
        """Describe the times."""
        return {"type": "string", "format": "date-time"}


class Date(Reader):
    """A day of the calendar."""

    def read(self, value: object, *, is_text: bool) -> date:  # noqa: ARG002
        """Read a day."""
        if isinstance(value, date):
            return value
        text = string(value)
        try:
            # The parser would also take other forms of ISO 8601.
            day = date.fromisoformat(text) if _DAY.fullmatch(text) else None
        except ValueError:
            day = None
        if day is None:
            refuse([_NO_DAY])
        return day

    def schema(self) -> JsonSchemaValue:
        """Describe the days."""
        return {"type": "string", "format": "date"}
