"""Objects, read field by field."""

from dataclasses import dataclass
from functools import cache
from typing import Any, ClassVar, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    ModelWrapValidatorHandler,
    ValidationError,
    model_validator,
)

from . import fault
from .entries import NO_OBJECT
from .report import Report, refuse


@dataclass(frozen=True, slots=True)
class Members:
    """What the contract says of an object as a whole."""

    minimum: int | None = None
    maximum: int | None = None
    closed: bool = False
    """Whether it may have no other fields: `additionalProperties: false`."""


class Object(BaseModel):
    """An object of the contract that clients send.

    All its faults are found: how many fields it has, then each field in the order of the
    contract, then other fields by name.
    """

    model_config = ConfigDict(frozen=True, serialize_by_alias=True)
    members: ClassVar[Members] = Members()

    @model_validator(mode="wrap")
    @classmethod
    def _read(cls, value: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:  # noqa: ANN401
        if isinstance(value, cls):
            return value
        if not isinstance(value, dict):
            refuse([NO_OBJECT])
        report = Report()
        cls._report_size(len(value), report)
        try:
            read = handler(value)
        except ValidationError as error:
            report.collect(error)
            cls._report_others(value, report)
            report.finish()
            raise
        cls._report_others(value, report)
        report.finish()
        return read

    @classmethod
    def _report_size(cls, size: int, report: Report) -> None:
        if cls.members.minimum is not None and size < cls.members.minimum:
            report.add(fault.min_properties(cls.members.minimum))
        if cls.members.maximum is not None and size > cls.members.maximum:
            report.add(fault.max_properties(cls.members.maximum))

    @classmethod
    def _report_others(cls, value: dict[str, Any], report: Report) -> None:
        """Report fields that the contract does not name, by name, and after all others."""
        names = _names_of(cls)
        if cls.members.closed:
            for name in sorted(value.keys() - names):
                report.add(fault.UNKNOWN, name)
        elif cls.model_config.get("extra") == "allow":
            nul = [((name,), fault.NUL) for name in value.keys() - names if "\0" in name]
            others = [found for found in report.found if found[0] and found[0][0] not in names]
            rest = [found for found in report.found if not found[0] or found[0][0] in names]
            report.found = rest + sorted([*nul, *others], key=lambda found: str(found[0][0]))


@cache
def _names_of(model: type[Object]) -> frozenset[str]:
    """The names of its fields on the wire."""
    return frozenset(field.alias or name for name, field in model.model_fields.items())
