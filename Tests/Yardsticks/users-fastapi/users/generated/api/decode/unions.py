"""Values that have one of several shapes."""

from abc import ABC, abstractmethod
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from types import UnionType
from typing import Any, get_args, get_origin
from typing import Union as TypingUnion

from pydantic import (
    BaseModel,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    ValidationError,
    ValidationInfo,
)
from pydantic import ValidatorFunctionWrapHandler as Handler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from . import fault
from .entries import NO_OBJECT
from .fault import Fault
from .reading import MAX_TRIES, Reading, reading_of
from .report import Report, faults_in, refuse


@dataclass(frozen=True, slots=True)
class _Trial:
    """A value, to be read as the alternative of this index."""

    value: object
    alternative: int


class _Alternatives:
    """The alternatives of a union, each of which can be tried by itself."""

    def __init__(self, handler: Handler) -> None:
        self._handler = handler

    def read(self, value: object, alternative: int) -> object:
        """Read as one alternative.

        Raises:
            ValidationError: with its faults, as if there were no other.
        """
        try:
            return self._handler(_Trial(value, alternative))
        except ValidationError as error:
            report = Report()
            for (_, *place), found in faults_in(error):
                report.add(found, *place)
            report.finish()
            raise

    def attempt(self, value: object, alternative: int, reading: Reading) -> tuple[bool, object]:
        """Whether the alternative fits, and what it reads; its faults are not told.

        Raises:
            ValidationError: where the request has used up its tries.
        """
        if reading.tries >= MAX_TRIES:
            refuse([fault.COMPLEXITY])
        reading.tries += 1
        try:
            return True, self.read(value, alternative)
        except ValidationError:
            return False, None


class Choice(ABC):
    """What stands in the `Annotated[...]` of a union of types."""

    @abstractmethod
    def read(self, value: object, alternatives: _Alternatives, reading: Reading) -> object:
        """Read as the alternative that fits."""

    def __get_pydantic_core_schema__(
        self, source: type[Any], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Let the alternatives be chosen by index, and this choose the index."""
        if get_origin(source) in (TypingUnion, UnionType):
            alternatives = [handler.generate_schema(member) for member in get_args(source)]
        else:
            alternatives = [handler(source)]
        choices: dict[Hashable, CoreSchema] = {
            index: core_schema.no_info_before_validator_function(_value_of, alternative)
            for index, alternative in enumerate(alternatives)
        }
        self.count = len(choices)

        def read(value: object, alternatives: Handler, info: ValidationInfo) -> object:
            return self.read(value, _Alternatives(alternatives), reading_of(info))

        return core_schema.with_info_wrap_validator_function(
            read,
            core_schema.tagged_union_schema(choices, discriminator=_alternative_of),
            serialization=core_schema.simple_ser_schema("any"),
        )

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Say nothing of the alternatives: the served contract does."""
        return {}


class OneOf(Choice):
    """The only alternative that fits."""

    def read(self, value: object, alternatives: _Alternatives, reading: Reading) -> object:
        """Try all alternatives."""
        fitting = None
        for index in range(self.count):
            fits, found = alternatives.attempt(value, index, reading)
            if fits and fitting is not None:
                refuse([fault.SEVERAL_ALTERNATIVES])
            if fits:
                fitting = (found,)
        if fitting is None:
            refuse([fault.NO_ALTERNATIVE])
        return fitting[0]


class AnyOf(Choice):
    """The first alternative that fits."""

    def read(self, value: object, alternatives: _Alternatives, reading: Reading) -> object:
        """Try alternatives until one fits."""
        for index in range(self.count):
            fits, found = alternatives.attempt(value, index, reading)
            if fits:
                return found
        return refuse([fault.NO_ALTERNATIVE])


class Discriminator(Choice):
    """The alternative that a field of the object names."""

    def __init__(
        self, field: str, names: Sequence[str], alternatives: Sequence[int] | None = None
    ) -> None:
        """Take the field's name, and the names of the alternatives of the type, in its order.

        Where an alternative has several names or none, `alternatives` has the index for each name.
        """
        self._field = field
        self._names = names
        self._alternatives = range(len(names)) if alternatives is None else alternatives
        self._unknown = fault.none_of(", ".join(names))

    def read(
        self,
        value: object,
        alternatives: _Alternatives,
        reading: Reading,  # noqa: ARG002 - nothing is tried
    ) -> object:
        """Read the named alternative."""
        if isinstance(value, BaseModel):
            return value
        if not isinstance(value, dict):
            refuse([NO_OBJECT])
        if self._field not in value:
            self._refuse(fault.REQUIRED)
        name = value[self._field]
        if name not in self._names:
            self._refuse(self._unknown)
        return alternatives.read(value, self._alternatives[self._names.index(name)])

    def _refuse(self, found: Fault) -> None:
        report = Report()
        report.add(found, self._field)
        report.finish()


def _value_of(trial: _Trial) -> object:
    return trial.value


def _alternative_of(trial: _Trial) -> int:
    return trial.alternative
