"""How values are kept in PostgreSQL."""

from typing import Any, Final

from sqlalchemy import ColumnElement, DateTime, func

Timestamp: Final = DateTime(timezone=True)
"""A time, in UTC wherever the server is."""

NOW: Final = func.now()
"""The time of the transaction."""


def by_code_points(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """A text to be sorted as all databases sort alike, whatever the language of the server."""
    return column.collate("C")
