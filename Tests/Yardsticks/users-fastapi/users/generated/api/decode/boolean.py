"""Booleans."""

from collections.abc import Sequence
from typing import Final

from pydantic.json_schema import JsonSchemaValue

from . import fault
from .reader import Reader
from .report import refuse

_NO_BOOLEAN = fault.kind("true or false")
_TEXTS: Final = {"true": True, "false": False}


class Boolean(Reader):
    """`true` or `false`."""

    def __init__(self, *, allowed: Sequence[bool] = ()) -> None:
        """Take the contract's `enum`."""
        self._allowed = allowed

    def read(self, value: object, *, is_text: bool) -> bool:
        """Read a boolean."""
        found = _TEXTS.get(value) if is_text and isinstance(value, str) else value
        if not isinstance(found, bool):
            refuse([_NO_BOOLEAN])
        if self._allowed and found not in self._allowed:
            names = ", ".join("true" if value else "false" for value in self._allowed)
            refuse([fault.none_of(names, kept=True)])
        return found

    def schema(self) -> JsonSchemaValue:
        """Describe the booleans."""
        schema: JsonSchemaValue = {"type": "boolean"}
        if self._allowed:
            schema["enum"] = list(self._allowed)
        return schema
