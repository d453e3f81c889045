"""Collects what is wrong with a value, in the order in which it was found, as Pydantic errors.

Pydantic takes one error from a validator, or another `ValidationError`, whose lines it puts where
the validator stands: that is how a value can have several faults.
"""

from collections.abc import Iterable
from typing import Final, NoReturn, TypeAlias

from pydantic import ValidationError
from pydantic_core import InitErrorDetails, PydanticCustomError

from .fault import REQUIRED, Fault

MAX_FAULTS: Final = 100
"""More than this helps nobody, and a large body must not make a larger answer."""

Place: TypeAlias = tuple[str | int, ...]
"""The way to a value: names of fields and indices of items."""

Found: TypeAlias = tuple[Place, Fault]
"""A fault and where it is."""


class Report:
    """The faults of a value and of what it holds."""

    def __init__(self) -> None:
        """Begin with nothing wrong."""
        self.found: list[Found] = []

    @property
    def is_full(self) -> bool:
        """Whether looking for more is of no use."""
        return len(self.found) >= MAX_FAULTS

    @property
    def has_lost(self) -> bool:
        """Whether a part could not be read, so that the whole cannot be checked any further."""
        return any(not fault.kept for _, fault in self.found)

    def add(self, fault: Fault, *place: str | int) -> None:
        """Note that the value at `place` is wrong."""
        self.found.append((place, fault))

    def collect(self, error: ValidationError, *place: str | int) -> None:
        """Note all that is wrong with the value at `place`."""
        self.found.extend((place + inner, fault) for inner, fault in faults_in(error))

    def finish(self) -> None:
        """Raise what was found, if anything was.

        Raises:
            ValidationError: with one line for each fault.
        """
        if self.found:
            raise _error(self.found[:MAX_FAULTS])


def refuse(faults: Iterable[Fault]) -> NoReturn:
    """Refuse the value at hand for one fault or more."""
    raise _error([((), fault) for fault in faults])


def faults_in(error: ValidationError) -> list[Found]:
    """Every fault that an error tells of, and where it is."""
    lines = error.errors(include_url=False, include_input=False)
    return [
        (
            line["loc"],
            REQUIRED
            if line["type"] == "missing"
            else Fault(line["type"], line["msg"], kept="kept" in line.get("ctx", {})),
        )
        for line in lines
    ]


def _error(found: Iterable[Found]) -> ValidationError:
    return ValidationError.from_exception_data(
        "value",
        [
            InitErrorDetails(
                type=PydanticCustomError(
                    fault.code, fault.detail, {"kept": True} if fault.kept else None
                ),
                loc=place,
                input=None,
            )
            for place, fault in found
        ],
    )
