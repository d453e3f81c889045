"""Spells errors in the schema that the contract declares for the operation and status."""

from http import HTTPStatus
from typing import Final

from pydantic import BaseModel, Field
from starlette.responses import Response
from starlette.types import Scope

from .errors import ApiError, Envelope
from .generated.api.decode import is_none
from .generated.api.errors import DECLARED

PROBLEM_JSON: Final = "application/problem+json"

_TITLES: Final = {
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "Payload Too Large",
    HTTPStatus.UNPROCESSABLE_ENTITY: "Unprocessable Entity",
}
"""The phrases that versions of Python spell differently."""


class Problem(BaseModel):
    """An RFC 9457 problem document: for errors of which the contract says nothing."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    code: str
    errors: list[dict[str, str]] | None = Field(default=None, exclude_if=is_none)

    @classmethod
    def of(cls, error: ApiError) -> "Problem":
        """Tell a client of `error`."""
        status = HTTPStatus(error.status)
        violations = [violation.as_json() for violation in error.violations]
        return cls(
            title=_TITLES.get(status, status.phrase),
            status=error.status,
            detail=error.message,
            code=error.code,
            errors=violations or None,
        )


def spell(scope: Scope, error: ApiError) -> Response:
    """The response that tells the client of the request in `scope` of `error`."""
    method, route = scope["method"], getattr(scope.get("route"), "path", "")
    envelope = declared(method, route, error.status)
    if error.status == HTTPStatus.UNPROCESSABLE_ENTITY and envelope is None:
        # An operation may know only one status for requests that break the contract.
        envelope = declared(method, route, HTTPStatus.BAD_REQUEST)
        error.status = error.status if envelope is None else HTTPStatus.BAD_REQUEST
    error.path = scope["raw_path"].partition(b"?")[0].decode("latin-1")
    body = Problem.of(error) if envelope is None else envelope.of(error)
    return Response(
        body.model_dump_json(by_alias=True),
        status_code=error.status,
        headers=error.headers,
        media_type=PROBLEM_JSON
        if envelope is None
        else getattr(envelope, "media_type", "application/json"),
    )


def declared(method: str, route: str, status: int) -> type[Envelope] | None:
    """The schema that the contract declares for an error of an operation, if it does."""
    statuses = DECLARED.get((method, route), {})
    return statuses.get(status) or statuses.get(f"{status // 100}XX") or statuses.get("default")
