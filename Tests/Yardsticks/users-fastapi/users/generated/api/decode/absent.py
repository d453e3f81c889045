"""Absence, told apart from null."""

from enum import Enum
from types import NoneType
from typing import Any, Final, Union, get_args

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema


class Absent(Enum):
    """What stands for a field that is not there and could be null."""

    ABSENT = "absent"


ABSENT: Final = Absent.ABSENT
"""The one value of `Absent`, to be compared with `is`."""


class Omittable:
    """A field that may be left out; null is no way to do so.

    What its default stands for cannot be sent: `None` in a `T | None`, and `ABSENT` in a
    `T | None | Absent`, where null is a value of its own.
    """

    def __get_pydantic_core_schema__(
        self, source: type[Any], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Read the type without the member that stands for absence."""
        members = get_args(source)
        sentinel = Absent if Absent in members else NoneType
        rest = tuple(member for member in members if member is not sentinel)
        return handler.generate_schema(Union[rest])  # noqa: UP007 - of a tuple


def is_absent(value: object) -> bool:
    """Whether the field is not to be written."""
    return value is ABSENT


def is_none(value: object) -> bool:
    """Whether the field, which cannot be null, is not to be written."""
    return value is None
