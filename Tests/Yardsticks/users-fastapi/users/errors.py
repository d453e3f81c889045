"""Every failure on its way to a client, before it is spelled as the contract wants it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Literal, Protocol, TypeAlias

from pydantic import BaseModel


@dataclass(frozen=True, slots=True)
class Violation:
    """One way in which a request breaks the contract."""

    part: Literal["pointer", "parameter", "header"]
    """What `place` is: a JSON pointer (RFC 6901) into the body, or a name."""
    place: str
    code: str
    detail: str

    def as_json(self) -> dict[str, str]:
        """The violation as clients see it."""
        return {self.part: self.place, "code": self.code, "detail": self.detail}


class ApiError(Exception):
    """A failure that a client is told about: nothing in it comes from inside the server."""

    def __init__(
        self,
        status: int,
        code: str,
        message: str,
        *,
        violations: Sequence[Violation] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        """Take the status, a word for programs, and a sentence for people."""
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message
        self.violations = violations
        self.headers = headers
        self.path = ""
        """The path of the request, where that is known."""


class ServiceError(Exception):
    """A failure that a service tells of; handlers say what it is in HTTP."""


class UnavailableError(ServiceError):
    """What the server depends on cannot be reached now and may soon."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a client gets where a service fails."""

    status: int
    code: str
    message: str
    pointer: str | None = None
    """Where in the body that is, as a JSON pointer (RFC 6901)."""

    def error(self) -> ApiError:
        """The failure on its way to a client."""
        violations = []
        if self.pointer is not None:
            violations.append(Violation("pointer", self.pointer, self.code, self.message))
        return ApiError(self.status, self.code, self.message, violations=violations)


Answers: TypeAlias = Mapping[type[ServiceError], Answer]
"""The answer to each failure of a service."""


class Envelope(Protocol):
    """A schema in which a contract spells errors."""

    @classmethod
    def of(cls, error: ApiError) -> BaseModel:
        """Tell a client of `error`."""
        ...


Declared: TypeAlias = Mapping[tuple[str, str], Mapping[int | str, type[Envelope]]]
"""By method and route: the envelope of a status, a class of them (`4XX`), or of all (`default`)."""


def invalid(violations: Sequence[Violation]) -> ApiError:
    """A request that can be read and breaks the contract."""
    return ApiError(
        HTTPStatus.UNPROCESSABLE_ENTITY,
        "validation_failed",
        "The request breaks the contract.",
        violations=violations,
    )


def internal() -> ApiError:
    """A failure of the server itself, whose reason stands in the log only."""
    return ApiError(
        HTTPStatus.INTERNAL_SERVER_ERROR,
        "internal_error",
        "The server failed to handle the request.",
    )


def unavailable() -> ApiError:
    """A server that cannot serve now and may soon."""
    return ApiError(
        HTTPStatus.SERVICE_UNAVAILABLE,
        "unavailable",
        "The server cannot handle the request now; try again later.",
    )
