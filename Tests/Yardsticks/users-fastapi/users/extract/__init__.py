"""The parts of a request, read and checked in one pass; whatever is wrong becomes an `ApiError`.

Each is a FastAPI dependency, to stand in an `Annotated[...]`. FastAPI asks them in the order of a
handler's arguments, and the first that fails answers.
"""

from .json import JsonBody
from .params import PathParams, QueryParams
from .part import Part
from .route import ContractRoute

__all__ = ["ContractRoute", "JsonBody", "Part", "PathParams", "QueryParams"]
