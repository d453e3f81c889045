"""Path and query parameters."""

from collections.abc import Iterable
from http import HTTPStatus
from typing import Any, Generic, TypeVar
from urllib.parse import parse_qsl, unquote_to_bytes

from pydantic import ValidationError
from starlette.requests import Request

from users.errors import ApiError, invalid
from users.generated.api.decode import Parameters

from .part import Part, describe_parameters, named_in

P = TypeVar("P", bound=Parameters)


class PathParams(Part, Generic[P]):
    """The parameters in the path, decoded and checked."""

    def __init__(self, model: type[P]) -> None:
        """Take what they are read as."""
        self._model = model

    async def __call__(self, request: Request) -> P:
        """Read them.

        Raises:
            ApiError: 400 where the path is not UTF-8, 422 where it breaks the contract.
        """
        try:
            pairs = [
                (name, unquote_to_bytes(text).decode())
                for name, text in request.path_params.items()
            ]
        except UnicodeDecodeError:
            raise ApiError(
                HTTPStatus.BAD_REQUEST, "malformed_path", "The path is not valid UTF-8."
            ) from None
        return _read(self._model, pairs)

    def describe(self, operation: dict[str, Any]) -> None:
        """Add the parameters."""
        describe_parameters(self._model, "path", operation)


class QueryParams(Part, Generic[P]):
    """The parameters in the query, decoded and checked."""

    def __init__(self, model: type[P]) -> None:
        """Take what they are read as."""
        self._model = model

    async def __call__(self, request: Request) -> P:
        """Read them.

        Raises:
            ApiError: 422 where the query breaks the contract.
        """
        query = request.scope["query_string"].decode("latin-1")
        pairs = parse_qsl(query, keep_blank_values=True, errors="replace")
        return _read(self._model, pairs)

    def describe(self, operation: dict[str, Any]) -> None:
        """Add the parameters."""
        describe_parameters(self._model, "query", operation)


def _read(model: type[P], pairs: Iterable[tuple[str, str]]) -> P:
    try:
        return model.read(pairs)
    except ValidationError as error:
        raise invalid(named_in(error, is_header=False)) from None
