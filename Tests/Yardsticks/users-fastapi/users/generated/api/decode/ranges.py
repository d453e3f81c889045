"""Bounds of numbers."""

from collections.abc import Callable
from decimal import Decimal
from typing import Generic, TypeVar

from pydantic.json_schema import JsonSchemaValue

from . import fault
from .fault import Fault

N = TypeVar("N", int, float, Decimal)


class Range(Generic[N]):
    """The numbers between bounds, each of which may be missing."""

    def __init__(
        self,
        minimum: N | None,
        exclusive_minimum: N | None,
        maximum: N | None,
        exclusive_maximum: N | None,
        spell: Callable[[N], str] = str,
    ) -> None:
        """Keep the bounds, and how they are written in messages."""
        self._minimum: N | None = minimum
        self._exclusive_minimum: N | None = exclusive_minimum
        self._maximum: N | None = maximum
        self._exclusive_maximum: N | None = exclusive_maximum
        self._spell: Callable[[N], str] = spell

    def faults(self, value: N) -> list[Fault]:
        """What is wrong with `value`, in the order of the contract's checks."""
        found = []
        if self._minimum is not None and value < self._minimum:
            found.append(fault.minimum(self._spell(self._minimum)))
        if self._exclusive_minimum is not None and value <= self._exclusive_minimum:
            found.append(fault.exclusive_minimum(self._spell(self._exclusive_minimum)))
        if self._maximum is not None and value > self._maximum:
            found.append(fault.maximum(self._spell(self._maximum)))
        if self._exclusive_maximum is not None and value >= self._exclusive_maximum:
            found.append(fault.exclusive_maximum(self._spell(self._exclusive_maximum)))
        return found

    def schema(self) -> JsonSchemaValue:
        """Describe the bounds."""
        bounds = {
            "minimum": self._minimum,
            "exclusiveMinimum": self._exclusive_minimum,
            "maximum": self._maximum,
            "exclusiveMaximum": self._exclusive_maximum,
        }
        return {name: bound for name, bound in bounds.items() if bound is not None}
