"""Headers."""

from typing import Any, Generic, TypeVar

from pydantic import ValidationError
from starlette.requests import Request

from orders.errors import invalid
from orders.generated.api.decode import Parameters

from .part import Part, describe_parameters, named_in

P = TypeVar("P", bound=Parameters)


class HeaderParams(Part, Generic[P]):
    """The headers that the contract names, decoded and checked; others are ignored."""

    def __init__(self, model: type[P]) -> None:
        """Take what they are read as; their names are in lower case there."""
        self._model = model

    async def __call__(self, request: Request) -> P:
        """Read them.

        Raises:
            ApiError: 422 where they break the contract.
        """
        pairs = (
            (name.decode(), value.decode(errors="replace")) for name, value in request.headers.raw
        )
        try:
            return self._model.read(pairs)
        except ValidationError as error:
            raise invalid(named_in(error, is_header=True)) from None

    def describe(self, operation: dict[str, Any]) -> None:
        """Add the headers."""
        describe_parameters(self._model, "header", operation)
