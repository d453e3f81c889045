"""Turns every failure that the router, a part of a request or a service raises into a response."""

from http import HTTPStatus

from fastapi import APIRouter, FastAPI
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from .errors import Answers, ApiError, ServiceError, UnavailableError, unavailable
from .extract.route import methods_at
from .spelling import spell


def install(app: FastAPI, router: APIRouter, answers: Answers) -> None:
    """Make `app` answer failures as the contract and `answers` say."""

    @app.exception_handler(ApiError)
    async def api_error(request: Request, error: ApiError) -> Response:
        return spell(request.scope, error)

    @app.exception_handler(ServiceError)
    async def service_error(request: Request, error: ServiceError) -> Response:
        return spell(request.scope, _answer(error, answers))

    @app.exception_handler(HTTPException)
    async def rejection(request: Request, error: HTTPException) -> Response:
        return spell(request.scope, _rejection(error, methods_at(router, request.scope["path"])))


def _answer(error: ServiceError, answers: Answers) -> ApiError:
    match error:
        case UnavailableError():
            return unavailable()
        case _:
            return answers[type(error)].error()


def method_not_allowed(methods: list[str]) -> ApiError:
    """A path that has these methods, and not the one that was asked for."""
    return ApiError(
        HTTPStatus.METHOD_NOT_ALLOWED,
        "method_not_allowed",
        "The path does not have this method; the header Allow lists those it has.",
        headers={"allow": ",".join(methods)},
    )


def _rejection(error: HTTPException, methods: list[str]) -> ApiError:
    status = HTTPStatus(error.status_code)
    if status is HTTPStatus.METHOD_NOT_ALLOWED:
        return method_not_allowed(methods)
    if status is HTTPStatus.NOT_FOUND:
        return ApiError(status, "route_not_found", "There is nothing at this path.")
    return ApiError(status, status.name.lower(), error.detail, headers=error.headers)
