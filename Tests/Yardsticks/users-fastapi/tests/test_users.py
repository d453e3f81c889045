"""The operations of `users`, as the contract describes them."""

from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from .answers import expect_error, expect_json, expect_violations

pytestmark = pytest.mark.anyio

CREATE_USER = {
    "email": "ada@example.org",
    "name": "example",
    "role": "admin",
    "bio": "example",
}
"""A body that `create_user` takes."""

UPDATE_USER = {
    "email": "ada@example.org",
    "name": "example",
    "role": "admin",
    "bio": "example",
}
"""A body that `update_user` takes."""

PATCH_USER = {
    "email": "ada@example.org",
    "name": "example",
    "role": "admin",
    "bio": "example",
}
"""A body that `patch_user` takes."""

ACCEPTED = [
    ("name", "a"),
    ("name", "a" * 100),
    ("name", "\U0001f600" * 100),
    ("name", " "),
    ("role", "admin"),
    ("role", "member"),
    ("role", "guest"),
    ("bio", None),
    ("bio", "a" * 500),
    ("bio", ""),
    ("bio", " "),
]
"""Values just inside of the contract."""

REFUSED: list[tuple[str, object, list[str]]] = [
    ("email", None, ["/email type"]),
    ("email", 1, ["/email type"]),
    ("email", "\0", ["/email pattern"]),
    ("email", "aa", ["/email min_length", "/email format"]),
    ("email", "aaa", ["/email format"]),
    ("email", "a" * 255, ["/email max_length", "/email format"]),
    ("name", None, ["/name type"]),
    ("name", 1, ["/name type"]),
    ("name", "\0", ["/name pattern"]),
    ("name", "", ["/name min_length", "/name pattern"]),
    ("name", "a" * 101, ["/name max_length"]),
    ("role", None, ["/role type"]),
    ("role", 1, ["/role type"]),
    ("role", "not listed", ["/role enum"]),
    ("bio", 1, ["/bio type"]),
    ("bio", "\0", ["/bio pattern"]),
    ("bio", "a" * 501, ["/bio max_length"]),
    ("undeclared", 1, ["/undeclared unknown"]),
]
"""Values just outside of the contract."""

NO_IDS = [
    ("x", ["id type"]),
    ("0", ["id minimum"]),
    ("9007199254740992", ["id maximum"]),
]
"""What is no `id`."""


CALLS: list[tuple[str, str, dict[str, str] | None]] = [
    ("GET", "/api/users", None),
    ("POST", "/api/users", CREATE_USER),
    ("GET", "/api/users/1", None),
    ("PUT", "/api/users/1", UPDATE_USER),
    ("PATCH", "/api/users/1", PATCH_USER),
    ("DELETE", "/api/users/1", None),
]
"""Every operation, called so that it reaches the database."""


@pytest.fixture
async def user(client: httpx.AsyncClient) -> Any:  # noqa: ANN401
    """A user that exists."""
    return expect_json(await client.post("/api/users", json=CREATE_USER), 201)


class TestListUsers:
    async def test_answers_200(self, client: httpx.AsyncClient, user: Any) -> None:  # noqa: ANN401
        answer = await client.get("/api/users")
        expected = {"users": [user], "total": 1, "page": 1, "per_page": 20}
        assert expect_json(answer, 200) == expected

    @pytest.mark.parametrize(
        ("query", "expected"),
        [
            ("page=x", ["page type"]),
            ("page=0", ["page minimum"]),
            ("page=1000001", ["page maximum"]),
            ("page=1&page=2", ["page repeated"]),
            ("per_page=x", ["per_page type"]),
            ("per_page=0", ["per_page minimum"]),
            ("per_page=101", ["per_page maximum"]),
            ("role=not%20listed", ["role enum"]),
            ("email=aa", ["email min_length", "email format"]),
            ("email=aaa", ["email format"]),
            ("sort=not%20listed", ["sort enum"]),
        ],
    )
    async def test_refuses_other_queries(
        self, client: httpx.AsyncClient, query: str, expected: list[str]
    ) -> None:
        expect_violations(await client.get(f"/api/users?{query}"), 422, expected)

    @pytest.mark.parametrize(
        ("query", "expected"),
        [
            ("", "BCA"),
            ("per_page=2", "BC"),
            ("per_page=2&page=2", "A"),
            ("per_page=2&page=3", ""),
            ("role=member", "BA"),
            ("email=c%40example.org", "C"),
            ("email=c@example.org&role=member", ""),
            ("sort=name", "ABC"),
            ("sort=-name", "CBA"),
            ("sort=email", "ABC"),
            ("sort=-email", "CBA"),
            ("sort=created_at", "BCA"),
        ],
    )
    async def test_pages_filters_and_sorts(
        self, client: httpx.AsyncClient, query: str, expected: str
    ) -> None:
        for name, role in (("B", "member"), ("C", "admin"), ("A", "member")):
            email = f"{name.lower()}@example.org"
            body = {**CREATE_USER, "email": email, "name": name, "role": role}
            expect_json(await client.post("/api/users", json=body), 201)
        page = expect_json(await client.get(f"/api/users?{query}"), 200)
        assert "".join(user["name"] for user in page["users"]) == expected


class TestCreateUser:
    async def test_answers_201(self, client: httpx.AsyncClient) -> None:
        answer = await client.post("/api/users", json=CREATE_USER)
        body = expect_json(answer, 201)
        times = {"created_at": body["created_at"], "updated_at": body["updated_at"]}
        assert body == {"id": 1, **CREATE_USER, **times}
        assert answer.headers["location"] == f"/api/users/{body['id']}"

    async def test_fills_in_defaults(self, client: httpx.AsyncClient) -> None:
        body = {"email": "ada@example.org", "name": "Ada"}
        user = expect_json(await client.post("/api/users", json=body), 201)
        assert (user["role"], user["bio"]) == ("member", None)

    @pytest.mark.usefixtures("user")
    async def test_refuses_the_same_again(self, client: httpx.AsyncClient) -> None:
        expect_error(await client.post("/api/users", json=CREATE_USER), 409, "email_taken")

    @pytest.mark.parametrize(("field", "value"), ACCEPTED)
    async def test_accepts_what_is_just_inside(
        self, client: httpx.AsyncClient, field: str, value: object
    ) -> None:
        answer = await client.post("/api/users", json={**CREATE_USER, field: value})
        assert expect_json(answer, 201)[field] == value

    @pytest.mark.parametrize(("field", "value", "expected"), REFUSED)
    async def test_refuses_other_values(
        self, client: httpx.AsyncClient, field: str, value: object, expected: list[str]
    ) -> None:
        answer = await client.post("/api/users", json={**CREATE_USER, field: value})
        expect_violations(answer, 422, expected)

    @pytest.mark.parametrize("field", ["email", "name"])
    async def test_requires_its_fields(self, client: httpx.AsyncClient, field: str) -> None:
        body = {name: value for name, value in CREATE_USER.items() if name != field}
        answer = await client.post("/api/users", json=body)
        expect_violations(answer, 422, [f"/{field} required"])

    async def test_names_every_failure_at_once(self, client: httpx.AsyncClient) -> None:
        answer = await client.post("/api/users", json={"z": 1, "role": "king", "a": 1})
        expected = ["/email required", "/name required", "/role enum", "/a unknown", "/z unknown"]
        expect_violations(answer, 422, expected)

    async def test_refuses_what_is_no_object(self, client: httpx.AsyncClient) -> None:
        expect_violations(await client.post("/api/users", json=[]), 422, [" type"])

    @pytest.mark.parametrize("text", ["", "{", "{} {}", "[1e400]", "[" * 128 + "]" * 128])
    async def test_refuses_malformed_json(self, client: httpx.AsyncClient, text: str) -> None:
        headers = {"content-type": "application/json"}
        answer = await client.post("/api/users", content=text, headers=headers)
        expect_error(answer, 400, "malformed_json")

    async def test_refuses_other_media_types(self, client: httpx.AsyncClient) -> None:
        headers = {"content-type": "text/plain"}
        answer = await client.post("/api/users", content="{}", headers=headers)
        expect_error(answer, 415, "unsupported_media_type")

    @pytest.mark.parametrize("variables", [{"BODY_LIMIT_BYTES": "200"}])
    async def test_refuses_bodies_over_the_limit(self, client: httpx.AsyncClient) -> None:
        answer = await client.post("/api/users", json={**CREATE_USER, "bio": "x" * 200})
        expect_error(answer, 413, "payload_too_large")


class TestGetUser:
    async def test_answers_200(self, client: httpx.AsyncClient, user: Any) -> None:  # noqa: ANN401
        assert expect_json(await client.get(f"/api/users/{user['id']}"), 200) == user

    async def test_answers_404_where_there_is_nothing(self, client: httpx.AsyncClient) -> None:
        expect_error(await client.get("/api/users/1"), 404, "user_not_found")

    @pytest.mark.parametrize(("id_", "expected"), NO_IDS)
    async def test_refuses_other_paths(
        self, client: httpx.AsyncClient, id_: str, expected: list[str]
    ) -> None:
        expect_violations(await client.get(f"/api/users/{id_}"), 422, expected)

    async def test_refuses_a_path_that_is_not_utf8(self, client: httpx.AsyncClient) -> None:
        expect_error(await client.get("/api/users/%FF"), 400, "malformed_path")


class TestUpdateUser:
    async def test_answers_200(self, client: httpx.AsyncClient, user: Any) -> None:  # noqa: ANN401
        path = f"/api/users/{user['id']}"
        other = {"email": "other@example.org", "name": "other", "role": "guest", "bio": None}
        body = expect_json(await client.put(path, json=other), 200)
        assert body == {**user, **other, "updated_at": body["updated_at"]}
        assert expect_json(await client.get(path), 200) == body

    async def test_refuses_a_taken_email(self, client: httpx.AsyncClient, user: Any) -> None:  # noqa: ANN401
        other = {**CREATE_USER, "email": "other@example.org"}
        expect_json(await client.post("/api/users", json=other), 201)
        answer = await client.put(f"/api/users/{user['id']}", json=other)
        expect_error(answer, 409, "email_taken")

    async def test_answers_404_where_there_is_nothing(self, client: httpx.AsyncClient) -> None:
        answer = await client.put("/api/users/1", json=UPDATE_USER)
        expect_error(answer, 404, "user_not_found")

    @pytest.mark.parametrize(("id_", "expected"), NO_IDS)
    async def test_refuses_other_paths(
        self, client: httpx.AsyncClient, id_: str, expected: list[str]
    ) -> None:
        expect_violations(await client.put(f"/api/users/{id_}"), 422, expected)

    @pytest.mark.parametrize(("field", "value", "expected"), REFUSED)
    async def test_refuses_other_values(
        self, client: httpx.AsyncClient, field: str, value: object, expected: list[str]
    ) -> None:
        answer = await client.put("/api/users/1", json={**UPDATE_USER, field: value})
        expect_violations(answer, 422, expected)

    @pytest.mark.parametrize("field", ["email", "name", "role", "bio"])
    async def test_requires_its_fields(self, client: httpx.AsyncClient, field: str) -> None:
        body = {name: value for name, value in UPDATE_USER.items() if name != field}
        answer = await client.put("/api/users/1", json=body)
        expect_violations(answer, 422, [f"/{field} required"])


class TestPatchUser:
    @pytest.mark.parametrize(
        "change",
        [
            {"email": "other@example.org"},
            {"name": "other"},
            {"role": "guest"},
            {"bio": "other"},
            {"bio": None},
            PATCH_USER,
        ],
    )
    async def test_leaves_absent_fields_as_they_are(
        self,
        client: httpx.AsyncClient,
        user: Any,  # noqa: ANN401
        change: dict[str, object],
    ) -> None:
        answer = await client.patch(f"/api/users/{user['id']}", json=change)
        body = expect_json(answer, 200)
        assert body == {**user, **change, "updated_at": body["updated_at"]}

    async def test_refuses_an_empty_change(self, client: httpx.AsyncClient) -> None:
        answer = await client.patch("/api/users/1", json={})
        expect_violations(answer, 422, [" min_properties"])

    async def test_answers_404_where_there_is_nothing(self, client: httpx.AsyncClient) -> None:
        answer = await client.patch("/api/users/1", json=PATCH_USER)
        expect_error(answer, 404, "user_not_found")

    @pytest.mark.parametrize(("field", "value", "expected"), REFUSED)
    async def test_refuses_other_values(
        self, client: httpx.AsyncClient, field: str, value: object, expected: list[str]
    ) -> None:
        answer = await client.patch("/api/users/1", json={field: value})
        expect_violations(answer, 422, expected)


class TestDeleteUser:
    async def test_answers_204(self, client: httpx.AsyncClient, user: Any) -> None:  # noqa: ANN401
        answer = await client.delete(f"/api/users/{user['id']}")
        assert answer.status_code == 204
        assert answer.content == b""
        again = await client.delete(f"/api/users/{user['id']}")
        expect_error(again, 404, "user_not_found")

    @pytest.mark.parametrize(("id_", "expected"), NO_IDS)
    async def test_refuses_other_paths(
        self, client: httpx.AsyncClient, id_: str, expected: list[str]
    ) -> None:
        expect_violations(await client.delete(f"/api/users/{id_}"), 422, expected)


async def test_failures_of_the_database_are_answered_without_their_reason(
    app: FastAPI, client: httpx.AsyncClient
) -> None:
    async with app.state.shared.db.connection() as connection:
        await connection.exec_driver_sql("DROP TABLE users")
    for method, path, body in CALLS:
        answer = await client.request(method, path, json=body)
        expect_error(answer, 500, "internal_error")
        assert answer.headers["content-type"] == "application/json"
        assert "users" not in answer.text


async def test_without_a_database_every_operation_is_unavailable(
    app: FastAPI, client: httpx.AsyncClient
) -> None:
    await app.state.shared.db.close()
    for method, path, body in CALLS:
        answer = await client.request(method, path, json=body)
        expect_error(answer, 503, "unavailable")
        assert answer.headers["content-type"] == "application/json"
