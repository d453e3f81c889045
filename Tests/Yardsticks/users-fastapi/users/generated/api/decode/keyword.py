"""Strings of which the contract lists all."""

from enum import StrEnum
from typing import Any, Self

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationInfo
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from . import fault
from .reading import reads_text
from .report import refuse
from .text import string


class Keyword(StrEnum):
    """An enum whose cases have names on the wire."""

    @classmethod
    def _read(cls, value: object, info: ValidationInfo) -> Self:
        if isinstance(value, cls):
            return value
        # The names of a parameter need no check of their own: none holds U+0000.
        name = value if reads_text(info) else string(value)
        try:
            return cls(str(name))
        except ValueError:
            refuse([fault.none_of(", ".join(cls))])

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[Any], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Put the reader of names in the place of Pydantic's own."""
        return core_schema.with_info_plain_validator_function(cls._read)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Describe the names."""
        return {"type": "string", "enum": [case.value for case in cls]}
