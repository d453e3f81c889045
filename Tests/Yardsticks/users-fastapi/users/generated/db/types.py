"""How values are kept in SQLite, which has few types of its own."""

from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Dialect, Text, TypeDecorator, text

from .instants import read_instant, write_instant


class Timestamp(TypeDecorator[datetime]):
    """A time as RFC 3339 in UTC, always of one width, so that texts compare as times."""

    impl = Text
    cache_ok = True

    def process_bind_param(
        self,
        value: datetime | None,
        dialect: Dialect,  # noqa: ARG002
    ) -> str | None:
        """Write a time with microseconds."""
        return None if value is None else write_instant(value)

    def process_result_value(
        self,
        value: str | None,
        dialect: Dialect,  # noqa: ARG002
    ) -> datetime | None:
        """Read a time.

        Raises:
            ValueError: where the database holds none.
        """
        return None if value is None else read_instant(value)


NOW: Final = text("strftime('%Y-%m-%dT%H:%M:%f000Z', 'now')")
"""The time of the statement."""


def by_code_points(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """A text to be sorted as all databases sort alike; SQLite does so by itself."""
    return column
