"""The format `decimal`: exact numbers, as strings on the wire."""

import re
from decimal import Decimal
from typing import Annotated, Final, TypeAlias

from pydantic import PlainSerializer
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import core_schema

from . import fault
from .pattern import Pattern
from .ranges import Range
from .reader import Reader
from .report import refuse
from .text import string

_NO_DECIMAL = fault.form("a decimal number")
_TEXT = re.compile(r"-?((?:0|[1-9]\d*)(?:\.(\d+))?)", re.ASCII)
"""One spelling for each number."""
_MAX_SCALE: Final = 28
_MAX_UNITS: Final = 2**96


class Exact(Reader):
    """An exact number: at most 28 digits behind the point, and 96 bits in all."""

    def __init__(
        self,
        *,
        minimum: Decimal | None = None,
        exclusive_minimum: Decimal | None = None,
        maximum: Decimal | None = None,
        exclusive_maximum: Decimal | None = None,
        multiple_of: Decimal | None = None,
        pattern: Pattern | None = None,
    ) -> None:
        """Take the constraints as the contract names them."""
        self._range = Range(minimum, exclusive_minimum, maximum, exclusive_maximum)
        self._multiple_of = multiple_of
        self._pattern = pattern

    def read(self, value: object, *, is_text: bool) -> Decimal:  # noqa: ARG002
        """Read an exact number."""
        number = value if isinstance(value, Decimal) else _parse(string(value))
        if number is None:
            refuse([_NO_DECIMAL])
        faults = self._range.faults(number)
        if self._multiple_of is not None and number % self._multiple_of:
            faults.append(fault.multiple_of(str(self._multiple_of)))
        if self._pattern is not None and not self._pattern.matches(_write(number)):
            faults.append(self._pattern.fault)
        if faults:
            refuse(faults)
        return number

    def serialization(self) -> core_schema.SerSchema:
        """Write every digit, and no exponent."""
        return core_schema.plain_serializer_function_ser_schema(
            _write, when_used="json-unless-none"
        )

    def schema(self) -> JsonSchemaValue:
        """Describe the numbers."""
        return {"type": "string", "format": "decimal"}


def _parse(text: str) -> Decimal | None:
    match = _TEXT.fullmatch(text)
    if match is None:
        return None
    fraction = match[2] or ""
    units = match[1].replace(".", "").lstrip("0")
    if not units and text.startswith("-"):
        return None
    # Counted before it is converted: the conversion of very many digits takes very long.
    if len(fraction) > _MAX_SCALE or len(units) > len(str(_MAX_UNITS)):
        return None
    return Decimal(text) if int(units or "0") < _MAX_UNITS else None


def _write(number: Decimal) -> str:
    return format(number, "f")


SentDecimal: TypeAlias = Annotated[Decimal, PlainSerializer(_write, when_used="json")]
"""An exact number that the server sends: it needs no reader, but is written without exponent."""
