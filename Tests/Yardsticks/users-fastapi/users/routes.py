"""Which handler answers which method and path."""

from http import HTTPStatus

from fastapi import APIRouter, Response

from .errors import Answers
from .extract import ContractRoute
from .handlers import health, openapi, users


def routes() -> APIRouter:
    """The operations of the contract, and what operators ask for."""
    router = APIRouter(route_class=ContractRoute, redirect_slashes=False)
    add = router.add_api_route
    add("/api/users", users.list_users, methods=["GET"], operation_id="list_users")
    add(
        "/api/users",
        users.create_user,
        methods=["POST"],
        operation_id="create_user",
        status_code=HTTPStatus.CREATED,
    )
    add("/api/users/{id}", users.get_user, methods=["GET"], operation_id="get_user")
    add("/api/users/{id}", users.update_user, methods=["PUT"], operation_id="update_user")
    add("/api/users/{id}", users.patch_user, methods=["PATCH"], operation_id="patch_user")
    add(
        "/api/users/{id}",
        users.delete_user,
        methods=["DELETE"],
        operation_id="delete_user",
        status_code=HTTPStatus.NO_CONTENT,
        response_class=Response,
    )
    add("/health", health.live, include_in_schema=False)
    add("/livez", health.live, include_in_schema=False)
    add("/ready", health.ready, include_in_schema=False)
    add("/readyz", health.ready, include_in_schema=False)
    add("/openapi.json", openapi.document, include_in_schema=False)
    return router


def answers() -> Answers:
    """What a client gets where a service fails."""
    return {**users.ANSWERS}
