"""Routes that tell FastAPI what their handlers take and how they fail."""

from typing import Any

from fastapi import APIRouter
from fastapi.routing import APIRoute

from users.generated.api.errors import DECLARED

from .part import Part


class ContractRoute(APIRoute):
    """A route whose parts and errors are in the document that FastAPI derives.

    FastAPI knows the parameters that it reads itself; these are read by `Part`s.
    """

    def __init__(self, path: str, *arguments: Any, **options: Any) -> None:  # noqa: ANN401
        """Make a route of FastAPI, and describe what FastAPI does not see."""
        super().__init__(path, *arguments, **options)
        operation: dict[str, Any] = {}
        for dependency in self.dependant.dependencies:
            if isinstance(dependency.call, Part):
                dependency.call.describe(operation)
        responses = {}
        for method in self.methods or ():
            for status in DECLARED.get((method, path), {}):
                responses[str(status)] = {"description": "An error."}
        self.openapi_extra = {**operation, "responses": responses}


def routes_at(router: APIRouter, path: str) -> list[APIRoute]:
    """The routes of a path, in their order, whatever their methods."""
    return [
        route
        for route in router.routes
        if isinstance(route, APIRoute) and route.path_regex.match(path)
    ]


def methods_at(router: APIRouter, path: str) -> list[str]:
    """The methods that a path has, in the order of its routes."""
    methods: list[str] = []
    for route in routes_at(router, path):
        for method in sorted(route.methods or ()):
            methods += ["GET", "HEAD"] if method == "GET" else [method]
    # The contract may have an operation of its own for HEAD.
    return list(dict.fromkeys(methods))
