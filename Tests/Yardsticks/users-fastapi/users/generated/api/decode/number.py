"""Floating-point numbers of 32 and 64 bits, always finite."""

import math
import re
import struct
import sys
from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from pydantic.json_schema import JsonSchemaValue

from . import fault
from .ranges import Range
from .reader import Reader
from .report import refuse

_NOT_A_NUMBER = fault.kind("a number")
_TEXT = re.compile(r"[0-9+.eE-]+")


class Number(Reader):
    """A number."""

    def __init__(
        self,
        bits: Literal[32, 64] = 64,
        *,
        minimum: float | None = None,
        exclusive_minimum: float | None = None,
        maximum: float | None = None,
        exclusive_maximum: float | None = None,
        multiple_of: float | None = None,
        allowed: Sequence[float] = (),
    ) -> None:
        """Take the constraints as the contract names them; `allowed` is its `enum`."""
        self._bits = bits
        self._range = Range(minimum, exclusive_minimum, maximum, exclusive_maximum, _spell)
        self._multiple_of = multiple_of
        self._allowed = allowed

    def read(self, value: object, *, is_text: bool) -> float:
        """Read a number."""
        number = _from_text(value) if is_text else _from_json(value)
        if number is not None and self._bits == 32:  # noqa: PLR2004 - the width itself
            number = _nearest_of_32_bits(number)
        if number is None or not math.isfinite(number):
            refuse([_NOT_A_NUMBER])
        faults = self._range.faults(number)
        if self._multiple_of is not None and not _is_multiple(number, self._multiple_of):
            faults.append(fault.multiple_of(_spell(self._multiple_of)))
        if self._allowed and number not in self._allowed:
            faults.append(fault.none_of(", ".join(map(_spell, self._allowed)), kept=True))
        if faults:
            refuse(faults)
        return number

    def schema(self) -> JsonSchemaValue:
        """Describe the numbers."""
        name = "double" if self._bits == 64 else "float"  # noqa: PLR2004
        schema = {"type": "number", "format": name, **self._range.schema()}
        if self._multiple_of is not None:
            schema["multipleOf"] = self._multiple_of
        if self._allowed:
            schema["enum"] = list(self._allowed)
        return schema


def _from_json(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        return float(value)
    except OverflowError:
        return None


def _from_text(value: object) -> float | None:
    # Python's parser also takes names such as `inf`, and underscores.
    if not isinstance(value, str) or not _TEXT.fullmatch(value):
        return None
    try:
        return float(value)
    except ValueError:
        return None


def _nearest_of_32_bits(number: float) -> float | None:
    """What 32 bits keep of `number`, in the fewest digits that tell it, so that 0.1 stays 0.1."""
    try:
        kept = _kept(number)
    except OverflowError:
        return None
    candidates = (float(f"{kept:.{digits}g}") for digits in range(6, 10))
    return next((short for short in candidates if _kept(short) == kept), kept)


def _kept(number: float) -> float:
    (kept,) = struct.unpack("<f", struct.pack("<f", number))
    return float(kept)


def _is_multiple(number: float, factor: float) -> bool:
    """Whether it is one up to the error of one division."""
    quotient = number / factor
    return abs(quotient - round(quotient)) <= max(abs(quotient), 1.0) * sys.float_info.epsilon


def _spell(number: float) -> str:
    """Write without an exponent, and without a fraction of zero."""
    text = format(Decimal(repr(float(number))), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
