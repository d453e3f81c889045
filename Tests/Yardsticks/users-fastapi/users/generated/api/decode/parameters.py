"""Parameters and headers, which arrive as text."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar, Self

from pydantic import BaseModel, ConfigDict, ValidationError

from . import fault
from .reading import Reading
from .report import Report


class Repeated:
    """A parameter that may be given several times: a list with one item for each."""


@dataclass(frozen=True, slots=True)
class Separated:
    """A parameter whose items stand between separators."""

    separator: str = ","


class Parameters(BaseModel):
    """The parameters of one part of a request; names that the contract does not know are ignored.

    A parameter stands once unless its field is marked as `Repeated`.
    """

    model_config = ConfigDict(frozen=True)
    is_header: ClassVar[bool] = False

    @classmethod
    def read(cls, pairs: Iterable[tuple[str, str]]) -> Self:
        """Read from names and values, both decoded already.

        Raises:
            ValidationError: with one line for each fault.
        """
        texts: dict[str, list[str]] = {}
        for name, text in pairs:
            texts.setdefault(name, []).append(text)
        values: dict[str, object] = {}
        repeated = set()
        for field_name, field in cls.model_fields.items():
            name = field.alias or field_name
            found = texts.get(name, [])
            if any(isinstance(mark, Repeated) for mark in field.metadata):
                if found:
                    values[name] = found
            elif len(found) > 1:
                repeated.add(name)
            elif found:
                values[name] = _split(found[0], field.metadata)
        return cls._validate(values, repeated)

    @classmethod
    def _validate(cls, values: dict[str, object], repeated: set[str]) -> Self:
        try:
            read = cls.model_validate(values, context=Reading(is_text=True))
        except ValidationError as error:
            report = Report()
            report.collect(error)
            cls._report_repeated(repeated, report)
            report.finish()
            raise
        if repeated:
            report = Report()
            cls._report_repeated(repeated, report)
            report.finish()
        return read

    @classmethod
    def _report_repeated(cls, repeated: set[str], report: Report) -> None:
        """Report what stands more than once, each at its place among the faults of the others."""
        # They were left out, so they look absent.
        report.found = [found for found in report.found if found[0][0] not in repeated]
        for name in repeated:
            report.add(fault.REPEATED, name)
        order = [field.alias or name for name, field in cls.model_fields.items()]
        report.found.sort(key=lambda found: order.index(str(found[0][0])))


def _split(text: str, marks: Iterable[object]) -> object:
    for mark in marks:
        if isinstance(mark, Separated):
            return text.split(mark.separator) if text else []
    return text
