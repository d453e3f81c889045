"""How the contract spells errors, and for which operations and statuses."""

from typing import Final

from pydantic import BaseModel, Field

from users.errors import ApiError, Declared

from .decode import is_none


class ErrorResponse(BaseModel):
    """Why a request was not done."""

    error: str
    """What went wrong, for people."""
    code: str
    """A word for programs."""
    details: dict[str, object] | None = Field(default=None, exclude_if=is_none)
    """More about the error; `errors` lists each failure of an invalid request."""

    @classmethod
    def of(cls, error: ApiError) -> "ErrorResponse":
        """Tell a client of `error`."""
        violations = [violation.as_json() for violation in error.violations]
        return cls(
            error=error.message,
            code=error.code,
            details={"errors": violations} if violations else None,
        )


DECLARED: Final[Declared] = {
    ("GET", "/api/users"): dict.fromkeys((422, 500, 503), ErrorResponse),
    ("POST", "/api/users"): dict.fromkeys((400, 409, 413, 415, 422, 500, 503), ErrorResponse),
    ("GET", "/api/users/{id}"): dict.fromkeys((400, 404, 422, 500, 503), ErrorResponse),
    ("PUT", "/api/users/{id}"): dict.fromkeys(
        (400, 404, 409, 413, 415, 422, 500, 503), ErrorResponse
    ),
    ("PATCH", "/api/users/{id}"): dict.fromkeys(
        (400, 404, 409, 413, 415, 422, 500, 503), ErrorResponse
    ),
    ("DELETE", "/api/users/{id}"): dict.fromkeys((400, 404, 422, 500, 503), ErrorResponse),
}
"""The schema that the contract declares for the errors of each operation, by status."""
