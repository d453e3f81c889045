"""Booleans."""

from typing import Final

from pydantic.json_schema import JsonSchemaValue

from . import fault
from .reader import Reader
from .report import refuse

_NO_BOOLEAN = fault.kind("true or false")
_TEXTS: Final = {"true": True, "false": False}


class Boolean(Reader):
    """`true` or `false`."""

    def read(self, value: object, *, is_text: bool) -> bool:
        """Read a boolean."""
        found = _TEXTS.get(value) if is_text and isinstance(value, str) else value
        if not isinstance(found, bool):
            refuse([_NO_BOOLEAN])
        return found

    def schema(self) -> JsonSchemaValue:
        """Describe the booleans."""
        return {"type": "boolean"}
