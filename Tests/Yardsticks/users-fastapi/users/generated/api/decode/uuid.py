"""The format `uuid`."""

import re
from uuid import UUID

from pydantic.json_schema import JsonSchemaValue

from . import fault
from .reader import Reader
from .report import refuse
from .text import string

_NO_UUID = fault.form("a UUID")
_DIGIT = "[0-9A-Fa-f]"
_UUID = re.compile("-".join(_DIGIT * length for length in (8, 4, 4, 4, 12)))


class Uuid(Reader):
    """A UUID with its hyphens."""

    def read(self, value: object, *, is_text: bool) -> UUID:
        """Read a UUID."""
        if isinstance(value, UUID):
            return value
        # Any text of a parameter is read at once: one that no database can keep is no UUID either.
        text = value if is_text and isinstance(value, str) else string(value)
        if not _UUID.fullmatch(text):
            refuse([_NO_UUID])
        return UUID(text)

    def schema(self) -> JsonSchemaValue:
        """Describe the UUIDs."""
        return {"type": "string", "format": "uuid"}
