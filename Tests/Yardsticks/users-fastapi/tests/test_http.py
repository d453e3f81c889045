"""What holds for every request, whatever the operation."""

import asyncio

import httpx
import pytest
import structlog
from fastapi import APIRouter, FastAPI
from starlette.middleware import Middleware

from users.extract.route import methods_at
from users.middleware.head import AnswerHead

from .answers import expect_error, expect_json

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize("path", ["/health", "/livez", "/ready", "/readyz"])
async def test_probes_answer(client: httpx.AsyncClient, path: str) -> None:
    assert expect_json(await client.get(path), 200) == {"status": "ok"}


async def test_readiness_is_off_while_draining(app: FastAPI, client: httpx.AsyncClient) -> None:
    app.state.readiness.drain()
    for path in ("/ready", "/readyz"):
        assert expect_json(await client.get(path), 503) == {"status": "unavailable"}
    assert (await client.get("/livez")).status_code == 200


async def test_readiness_is_off_without_a_database(app: FastAPI, client: httpx.AsyncClient) -> None:
    await app.state.shared.db.close()
    assert (await client.get("/readyz")).status_code == 503


async def test_unknown_paths_are_problems(client: httpx.AsyncClient) -> None:
    answer = await client.get("/no/such/path")
    expect_error(answer, 404, "route_not_found")
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert problem["type"] == "about:blank"
    assert problem["title"] == "Not Found"
    assert problem["status"] == 404


async def test_other_methods_are_told_the_allowed_ones(client: httpx.AsyncClient) -> None:
    answer = await client.delete("/livez")
    expect_error(answer, 405, "method_not_allowed")
    assert answer.headers["allow"] == "GET,HEAD"
    assert answer.headers["content-type"] == "application/problem+json"


async def test_heads_have_no_body(client: httpx.AsyncClient) -> None:
    answer = await client.head("/livez")
    assert answer.status_code == 200
    assert answer.content == b""


async def test_an_operation_of_head_comes_before_that_of_get() -> None:
    router = APIRouter()
    for method, status in (("GET", 200), ("HEAD", 204)):
        router.add_api_route("/thing", lambda: None, methods=[method], status_code=status)
    app = FastAPI(middleware=[Middleware(AnswerHead, router=router)])
    app.include_router(router)
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        assert (await client.head("/thing")).status_code == 204
    assert methods_at(router, "/thing") == ["GET", "HEAD"]


async def test_requests_are_logged_once_with_the_number_of_their_status(
    client: httpx.AsyncClient,
) -> None:
    with structlog.testing.capture_logs() as lines:
        await client.get("/no/such/path", headers={"x-request-id": "a"})
    (line,) = [line for line in lines if line["event"] == "request finished"]
    assert (line["method"], line["route"], repr(line["status"])) == ("GET", "", "404")


@pytest.mark.parametrize("request_id", ["abc-1_2.3", "x" * 128])
async def test_request_ids_are_kept(client: httpx.AsyncClient, request_id: str) -> None:
    answer = await client.get("/livez", headers={"x-request-id": request_id})
    assert answer.headers["x-request-id"] == request_id


@pytest.mark.parametrize("request_id", ["", "two words", "x" * 129, "a\n"])
async def test_other_request_ids_are_replaced(client: httpx.AsyncClient, request_id: str) -> None:
    answer = await client.get("/livez", headers={"x-request-id": request_id})
    assert len(answer.headers["x-request-id"]) == 36


async def test_types_are_not_sniffed(client: httpx.AsyncClient) -> None:
    answer = await client.get("/livez")
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("variables", [{"CORS_ALLOWED_ORIGINS": "https://a.example"}])
async def test_only_listed_origins_may_call(client: httpx.AsyncClient) -> None:
    listed = await client.get("/livez", headers={"origin": "https://a.example"})
    assert listed.headers["access-control-allow-origin"] == "https://a.example"
    other = await client.get("/livez", headers={"origin": "https://b.example"})
    assert "access-control-allow-origin" not in other.headers
    question = await client.options("/livez", headers={"origin": "https://a.example"})
    assert question.headers["access-control-allow-methods"] == "GET,POST,PUT,PATCH,DELETE"


async def test_without_a_list_no_origin_may_call(client: httpx.AsyncClient) -> None:
    answer = await client.get("/livez", headers={"origin": "https://a.example"})
    assert "access-control-allow-origin" not in answer.headers


@pytest.mark.parametrize("variables", [{"REQUEST_TIMEOUT_MS": "200"}])
async def test_requests_that_take_too_long_are_given_up(
    app: FastAPI, client: httpx.AsyncClient
) -> None:
    cancelled = asyncio.Event()

    @app.get("/slow")
    async def slow() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            cancelled.set()

    answer = await client.get("/slow")
    expect_error(answer, 503, "unavailable")
    assert answer.headers["content-type"] == "application/problem+json"
    assert cancelled.is_set()


@pytest.mark.parametrize(
    "variables", [{"REQUEST_TIMEOUT_MS": "200", "DATABASE_MAX_CONNECTIONS": "1"}]
)
async def test_what_was_given_up_is_undone(app: FastAPI, client: httpx.AsyncClient) -> None:
    database = app.state.shared.db
    statement = "CREATE TABLE half_done (id INTEGER)"

    @app.get("/slow")
    async def slow() -> None:
        async with database.connection() as connection, database.atomically(connection):
            await connection.exec_driver_sql(statement)
            await asyncio.Event().wait()

    assert (await client.get("/slow")).status_code == 503
    async with database.connection() as connection:
        # It is not there, and nobody else has the one connection.
        await connection.exec_driver_sql(statement)


async def test_failures_are_answered_without_their_reason(
    app: FastAPI, client: httpx.AsyncClient
) -> None:
    @app.get("/fails")
    async def fails() -> None:
        message = "a secret"
        raise RuntimeError(message)

    answer = await client.get("/fails")
    expect_error(answer, 500, "internal_error")
    assert "secret" not in answer.text
    assert len(answer.headers["x-request-id"]) == 36
