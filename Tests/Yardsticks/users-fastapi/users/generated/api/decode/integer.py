"""Integers of 32 and 64 bits."""

import re
from collections.abc import Sequence
from typing import Final, Literal

from pydantic.json_schema import JsonSchemaValue

from . import fault
from .fault import Fault
from .ranges import Range
from .reader import Reader
from .report import refuse

_EXACT: Final = 2**53
"""Up to here floats stand for one integer each."""
_TEXT = re.compile(r"(?P<sign>[+-]?)0*(?P<digits>\d{1,20})", re.ASCII)


class Integer(Reader):
    """An integer; as JSON Schema says, `1.0` is one too."""

    def __init__(
        self,
        bits: Literal[32, 64] = 64,
        *,
        minimum: int | None = None,
        exclusive_minimum: int | None = None,
        maximum: int | None = None,
        exclusive_maximum: int | None = None,
        multiple_of: int | None = None,
        allowed: Sequence[int] = (),
    ) -> None:
        """Take the constraints as the contract names them; `allowed` is its `enum`."""
        self._bits = bits
        self._fault = fault.kind(f"an integer of {bits} bits")
        self._range = Range(minimum, exclusive_minimum, maximum, exclusive_maximum)
        self._multiple_of = multiple_of
        self._allowed = allowed

    def read(self, value: object, *, is_text: bool) -> int:
        """Read an integer."""
        number = _from_text(value) if is_text else _from_json(value)
        limit = 1 << (self._bits - 1)
        if number is None or not -limit <= number < limit:
            refuse([self._fault])
        if faults := self._faults(number):
            refuse(faults)
        return number

    def _faults(self, number: int) -> list[Fault]:
        faults = self._range.faults(number)
        if self._multiple_of is not None and number % self._multiple_of:
            faults.append(fault.multiple_of(str(self._multiple_of)))
        if self._allowed and number not in self._allowed:
            faults.append(fault.none_of(", ".join(map(str, self._allowed)), kept=True))
        return faults

    def schema(self) -> JsonSchemaValue:
        """Describe the integers."""
        schema = {"type": "integer", "format": f"int{self._bits}", **self._range.schema()}
        if self._multiple_of is not None:
            schema["multipleOf"] = self._multiple_of
        if self._allowed:
            schema["enum"] = list(self._allowed)
        return schema


def _from_json(value: object) -> int | None:
    if isinstance(value, int):
        return None if isinstance(value, bool) else value
    if isinstance(value, float) and value.is_integer() and abs(value) <= _EXACT:
        return int(value)
    return None


def _from_text(value: object) -> int | None:
    match = _TEXT.fullmatch(value) if isinstance(value, str) else None
    # Leading zeros and more digits than 64 bits can have are not even converted.
    return int(match["sign"] + match["digits"]) if match else None
