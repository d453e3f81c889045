"""JSON bodies."""

from http import HTTPStatus
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter, ValidationError
from starlette.requests import ClientDisconnect, Request

from users.errors import ApiError, invalid
from users.generated.api.decode.reading import Reading

from .json_text import parse_json
from .part import Part, pointed_at

T = TypeVar("T")


class JsonBody(Part, Generic[T]):
    """A JSON body, decoded and checked."""

    def __init__(self, model: type[T]) -> None:
        """Take what it is read as."""
        self._adapter = TypeAdapter(model)

    async def __call__(self, request: Request) -> T:
        """Read it.

        Raises:
            ApiError: 415, 413 or 400 where it cannot be read, 422 where it breaks the contract.
        """
        if not _is_json(request.headers.get("content-type", "")):
            raise ApiError(
                HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
                "unsupported_media_type",
                "The body must be declared as application/json.",
            )
        try:
            text = await request.body()
        except ClientDisconnect:
            raise ApiError(
                HTTPStatus.BAD_REQUEST, "unreadable_body", "The body could not be read."
            ) from None
        try:
            value = parse_json(text)
        except ValueError:
            raise ApiError(
                HTTPStatus.BAD_REQUEST, "malformed_json", "The body is not valid JSON."
            ) from None
        try:
            return self._adapter.validate_python(value, context=Reading())
        except ValidationError as error:
            raise invalid(pointed_at(error)) from None

    def describe(self, operation: dict[str, Any]) -> None:
        """Add the body."""
        operation["requestBody"] = {
            "required": True,
            "content": {"application/json": {"schema": {}}},
        }


def _is_json(media_type: str) -> bool:
    """Whether it is `application/json` or one with the suffix `+json` (RFC 6839)."""
    essence = media_type.partition(";")[0].strip().lower()
    return essence == "application/json" or (
        essence.startswith("application/") and essence.endswith("+json")
    )
