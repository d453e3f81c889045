"""What all parts of a request have in common."""

from abc import ABC, abstractmethod
from typing import Any, Literal

from pydantic import ValidationError

from users.errors import Violation
from users.generated.api.decode import Parameters
from users.generated.api.decode.report import faults_in


class Part(ABC):
    """A part of a request that a handler takes."""

    @abstractmethod
    def describe(self, operation: dict[str, Any]) -> None:
        """Add the part to an operation of the document that FastAPI derives."""


def pointed_at(error: ValidationError) -> list[Violation]:
    """The violations in a body, each with its JSON pointer (RFC 6901)."""
    return [
        Violation(
            "pointer", "".join(f"/{_escape(step)}" for step in place), fault.code, fault.detail
        )
        for place, fault in faults_in(error)
    ]


def named_in(error: ValidationError, *, is_header: bool) -> list[Violation]:
    """The violations in parameters or headers, each with its name."""
    part: Literal["header", "parameter"] = "header" if is_header else "parameter"
    return [
        Violation(part, str(place[0]), fault.code, fault.detail)
        for place, fault in faults_in(error)
    ]


def describe_parameters(
    model: type[Parameters], place: Literal["path", "query", "header"], operation: dict[str, Any]
) -> None:
    """Add the fields of a model to an operation of the document that FastAPI derives."""
    schemas = model.model_json_schema(ref_template="#/components/schemas/{model}")["properties"]
    parameters = operation.setdefault("parameters", [])
    for name, field in model.model_fields.items():
        wire_name = field.alias or name
        parameters.append(
            {
                "name": wire_name,
                "in": place,
                "required": field.is_required(),
                "schema": schemas[wire_name],
            }
        )


def _escape(step: str | int) -> str:
    return str(step).replace("~", "~0").replace("/", "~1")
