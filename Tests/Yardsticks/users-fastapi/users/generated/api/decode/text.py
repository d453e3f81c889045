"""Strings. Lengths count code points, as JSON Schema says, and not bytes."""

from pydantic.json_schema import JsonSchemaValue

from . import fault
from .fault import Fault
from .formats import Format
from .pattern import Pattern
from .reader import Reader
from .report import refuse

NOT_A_STRING = fault.kind("a string")


def string(value: object) -> str:
    """Any string that databases can keep."""
    if not isinstance(value, str):
        refuse([NOT_A_STRING])
    if "\0" in value:
        refuse([fault.NUL])
    return value


class Text(Reader):
    """A string, with the checks that the contract asks for, in their order."""

    def __init__(
        self,
        *,
        min_length: int | None = None,
        max_length: int | None = None,
        pattern: Pattern | None = None,
        format: Format | None = None,  # noqa: A002 - the contract's word
    ) -> None:
        """Take the constraints as the contract names them."""
        self._min_length = min_length or 0
        self._max_length = max_length
        self._pattern = pattern
        self._format = format

    def read(self, value: object, *, is_text: bool) -> str:  # noqa: ARG002 - the same either way
        """Read a string."""
        text = string(value)
        if faults := self._faults(text):
            refuse(faults)
        return text

    def _faults(self, text: str) -> list[Fault]:
        faults = []
        if len(text) < self._min_length:
            faults.append(fault.min_length(self._min_length))
        if self._max_length is not None and len(text) > self._max_length:
            faults.append(fault.max_length(self._max_length))
        if self._pattern is not None and not self._pattern.matches(text):
            faults.append(self._pattern.fault)
        if self._format is not None and not self._format.accepts(text):
            faults.append(self._format.fault)
        return faults

    def schema(self) -> JsonSchemaValue:
        """Describe the strings."""
        schema: JsonSchemaValue = {"type": "string"}
        if self._min_length:
            schema["minLength"] = self._min_length
        if self._max_length is not None:
            schema["maxLength"] = self._max_length
        if self._pattern is not None:
            schema["pattern"] = self._pattern.source
        if self._format is not None:
            schema["format"] = self._format.name
        return schema
