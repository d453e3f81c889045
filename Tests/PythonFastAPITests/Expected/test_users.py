"""The operations of `users`, as the contract describes them."""

import httpx
import pytest

from .answers import expect_error, expect_json, expect_violations

pytestmark = pytest.mark.anyio

# A body that `create_user` takes.
CREATE_USER = {"email": "ada@example.org", "name": "example", "role": "admin", "bio": "example"}

# What the rows that `list_users` lists differ in.
LIST_USERS: list[dict[str, object]] = [
    {"email": "ada2@example.org", "name": "example4", "role": "member"},
    {"email": "ada4@example.org", "name": "example1", "role": "admin"},
    {"email": "ada1@example.org", "name": "example2", "role": "admin"},
    {"email": "ada3@example.org", "name": "example3", "role": "guest"},
]

# A body that `update_user` takes.
UPDATE_USER = {"email": "ada@example.org", "name": "example", "role": "admin", "bio": "example"}

# A body that `create_user` takes.
CREATE_USER2 = {"email": "grace@example.org", "name": "example", "role": "admin", "bio": "example"}

# A body that `patch_user` takes.
PATCH_USER = {"email": "ada@example.org", "name": "example", "role": "admin", "bio": "example"}

# Values just inside of the contract.
ACCEPTED_VALUES: list[tuple[str, object]] = [
    ("name", "a"),
    ("name", "a" * 100),
    ("name", " "),
    ("name", "!"),
    ("role", "admin"),
    ("role", "member"),
    ("role", "guest"),
    ("bio", None),
    ("bio", "a" * 500),
    ("bio", ""),
    ("bio", " "),
    ("bio", "!"),
    ("bio", "a"),
]

# Values just outside of the contract, and what is reported of each.
REFUSED_VALUES: list[tuple[str, object, list[str]]] = [
    ("email", None, ["/email type"]),
    ("email", 1, ["/email type"]),
    ("email", "\x00", ["/email pattern"]),
    ("email", "aa", ["/email min_length", "/email format"]),
    ("email", "aaa", ["/email format"]),
    ("email", "a" * 255, ["/email max_length", "/email format"]),
    ("email", "a" * 254, ["/email format"]),
    ("email", "not valid", ["/email format"]),
    ("name", None, ["/name type"]),
    ("name", 1, ["/name type"]),
    ("name", "\x00", ["/name pattern"]),
    ("name", "", ["/name min_length", "/name pattern"]),
    ("name", "a" * 101, ["/name max_length"]),
    ("role", None, ["/role type"]),
    ("role", 1, ["/role type"]),
    ("role", "not listed", ["/role enum"]),
    ("bio", 1, ["/bio type"]),
    ("bio", "\x00", ["/bio pattern"]),
    ("bio", "a" * 501, ["/bio max_length"]),
    ("undeclared", 1, ["/undeclared unknown"]),
]

# Paths just outside of the contract, and what is reported of each.
REFUSED_PATHS: list[tuple[str, list[str]]] = [
    ("/api/users/x", ["id type"]),
    ("/api/users/0", ["id minimum"]),
    ("/api/users/9007199254740992", ["id maximum"]),
]


class TestListUsers:
    async def test_answers_200(self, client: httpx.AsyncClient) -> None:
        expect_json(await client.post("/api/users", json=CREATE_USER), 201)
        answer = await client.get("/api/users")
        body = expect_json(answer, 200)
        assert body == {
            "users": [
                {
                    "id": 1,
                    "email": "ada@example.org",
                    "name": "example",
                    "role": "admin",
                    "bio": "example",
                    "created_at": body["users"][0]["created_at"],
                    "updated_at": body["users"][0]["updated_at"],
                },
            ],
            "total": 1,
            "page": 1,
            "per_page": 20,
        }

    @pytest.mark.parametrize(
        ("query", "expected"),
        [
            (
                "",
                {
                    "users": [
                        "ada2@example.org",
                        "ada4@example.org",
                        "ada1@example.org",
                        "ada3@example.org",
                    ],
                    "total": 4,
                    "page": 1,
                    "per_page": 20,
                },
            ),
            (
                "?per_page=2&page=1",
                {
                    "users": ["ada2@example.org", "ada4@example.org"],
                    "total": 4,
                    "page": 1,
                    "per_page": 2,
                },
            ),
            (
                "?per_page=2&page=2",
                {
                    "users": ["ada1@example.org", "ada3@example.org"],
                    "total": 4,
                    "page": 2,
                    "per_page": 2,
                },
            ),
            (
                "?per_page=2&page=1000000",
                {"users": [], "total": 4, "page": 1_000_000, "per_page": 2},
            ),
            ("?per_page=1", {"users": ["ada2@example.org"], "total": 4, "page": 1, "per_page": 1}),
            (
                "?per_page=100",
                {
                    "users": [
                        "ada2@example.org",
                        "ada4@example.org",
                        "ada1@example.org",
                        "ada3@example.org",
                    ],
                    "total": 4,
                    "page": 1,
                    "per_page": 100,
                },
            ),
        ],
    )
    async def test_pages_through_its_rows(
        self, client: httpx.AsyncClient, query: str, expected: object
    ) -> None:
        for changes in LIST_USERS:
            expect_json(await client.post("/api/users", json={**CREATE_USER, **changes}), 201)
        body = expect_json(await client.get(f"/api/users{query}"), 200)
        assert {**body, "users": [row["email"] for row in body["users"]]} == expected

    @pytest.mark.parametrize(
        ("query", "expected"),
        [
            (
                "?role=member",
                {"users": ["ada2@example.org"], "total": 1, "page": 1, "per_page": 20},
            ),
            (
                "?email=ada2%40example.org",
                {"users": ["ada2@example.org"], "total": 1, "page": 1, "per_page": 20},
            ),
        ],
    )
    async def test_filters_its_rows(
        self, client: httpx.AsyncClient, query: str, expected: object
    ) -> None:
        for changes in LIST_USERS:
            expect_json(await client.post("/api/users", json={**CREATE_USER, **changes}), 201)
        body = expect_json(await client.get(f"/api/users{query}"), 200)
        assert {**body, "users": [row["email"] for row in body["users"]]} == expected

    @pytest.mark.parametrize(
        ("query", "expected"),
        [
            (
                "?sort=created_at",
                ["ada2@example.org", "ada4@example.org", "ada1@example.org", "ada3@example.org"],
            ),
            (
                "?sort=name",
                ["ada4@example.org", "ada1@example.org", "ada3@example.org", "ada2@example.org"],
            ),
            (
                "?sort=-name",
                ["ada2@example.org", "ada3@example.org", "ada1@example.org", "ada4@example.org"],
            ),
            (
                "?sort=email",
                ["ada1@example.org", "ada2@example.org", "ada3@example.org", "ada4@example.org"],
            ),
            (
                "?sort=-email",
                ["ada4@example.org", "ada3@example.org", "ada2@example.org", "ada1@example.org"],
            ),
        ],
    )
    async def test_sorts_its_rows(
        self, client: httpx.AsyncClient, query: str, expected: object
    ) -> None:
        for changes in LIST_USERS:
            expect_json(await client.post("/api/users", json={**CREATE_USER, **changes}), 201)
        body = expect_json(await client.get(f"/api/users{query}"), 200)
        assert [row["email"] for row in body["users"]] == expected

    async def test_answers_no_more_than_a_page(self, client: httpx.AsyncClient) -> None:
        for number in range(1, 102):
            expect_json(
                await client.post(
                    "/api/users", json={**CREATE_USER, "email": f"ada{number}@example.org"}
                ),
                201,
            )
        for query, length in [
            ("", 20),
            ("?per_page=100", 100),
            ("?per_page=100&page=2", 1),
            ("?per_page=100&page=101", 0),
        ]:
            body = expect_json(await client.get(f"/api/users{query}"), 200)
            assert len(body["users"]) == length, query

    @pytest.mark.parametrize(
        ("path", "expected"),
        [
            ("/api/users?page=x", ["page type"]),
            ("/api/users?page=0", ["page minimum"]),
            ("/api/users?page=1000001", ["page maximum"]),
            ("/api/users?per_page=x", ["per_page type"]),
            ("/api/users?per_page=0", ["per_page minimum"]),
            ("/api/users?per_page=101", ["per_page maximum"]),
            ("/api/users?role=not%20listed", ["role enum"]),
            ("/api/users?email=aa", ["email min_length", "email format"]),
            ("/api/users?email=aaa", ["email format"]),
            ("/api/users?email=not%20valid", ["email format"]),
            ("/api/users?sort=not%20listed", ["sort enum"]),
        ],
    )
    async def test_refuses_other_queries(
        self, client: httpx.AsyncClient, path: str, expected: list[str]
    ) -> None:
        answer = await client.get(path)
        expect_violations(answer, 422, expected)


class TestCreateUser:
    async def test_answers_201(self, client: httpx.AsyncClient) -> None:
        answer = await client.post("/api/users", json=CREATE_USER)
        body = expect_json(answer, 201)
        assert body == {
            "id": 1,
            "email": "ada@example.org",
            "name": "example",
            "role": "admin",
            "bio": "example",
            "created_at": body["created_at"],
            "updated_at": body["updated_at"],
        }
        assert answer.headers["location"] == f"/api/users/{body['id']}"

    async def test_refuses_the_same_again(self, client: httpx.AsyncClient) -> None:
        first = await client.post("/api/users", json=CREATE_USER)
        assert first.status_code == 201, first.text
        answer = await client.post("/api/users", json=CREATE_USER)
        expect_error(answer, 409, "email_taken")

    @pytest.mark.parametrize(("field", "value"), ACCEPTED_VALUES)
    async def test_accepts_what_is_just_inside(
        self, client: httpx.AsyncClient, field: str, value: object
    ) -> None:
        answer = await client.post("/api/users", json={**CREATE_USER, field: value})
        assert answer.status_code == 201, answer.text

    @pytest.mark.parametrize(("field", "value", "expected"), REFUSED_VALUES)
    async def test_refuses_other_values(
        self, client: httpx.AsyncClient, field: str, value: object, expected: list[str]
    ) -> None:
        answer = await client.post("/api/users", json={**CREATE_USER, field: value})
        expect_violations(answer, 422, expected)

    @pytest.mark.parametrize(
        ("field", "expected"), [("email", ["/email required"]), ("name", ["/name required"])]
    )
    async def test_requires_its_fields(
        self, client: httpx.AsyncClient, field: str, expected: list[str]
    ) -> None:
        body = {name: value for name, value in CREATE_USER.items() if name != field}
        answer = await client.post("/api/users", json=body)
        expect_violations(answer, 422, expected)

    async def test_refuses_what_is_no_object(self, client: httpx.AsyncClient) -> None:
        answer = await client.post("/api/users", json=[])
        expect_violations(answer, 422, [" type"])

    async def test_refuses_malformed_json(self, client: httpx.AsyncClient) -> None:
        answer = await client.post(
            "/api/users", content="{", headers={"content-type": "application/json"}
        )
        expect_error(answer, 400, "malformed_json")

    async def test_refuses_bodies_that_are_too_large(self, client: httpx.AsyncClient) -> None:
        answer = await client.post(
            "/api/users", content=" " * 1_048_577, headers={"content-type": "application/json"}
        )
        expect_error(answer, 413, "payload_too_large")

    async def test_refuses_other_media_types(self, client: httpx.AsyncClient) -> None:
        answer = await client.post(
            "/api/users", content="{}", headers={"content-type": "text/plain"}
        )
        expect_error(answer, 415, "unsupported_media_type")


class TestGetUser:
    async def test_answers_200(self, client: httpx.AsyncClient) -> None:
        user = expect_json(await client.post("/api/users", json=CREATE_USER), 201)
        answer = await client.get(f"/api/users/{user['id']}")
        body = expect_json(answer, 200)
        assert body == {
            "id": 1,
            "email": "ada@example.org",
            "name": "example",
            "role": "admin",
            "bio": "example",
            "created_at": body["created_at"],
            "updated_at": body["updated_at"],
        }

    async def test_answers_404_where_there_is_nothing(self, client: httpx.AsyncClient) -> None:
        answer = await client.get("/api/users/1")
        expect_error(answer, 404, "user_not_found")

    @pytest.mark.parametrize(("path", "expected"), REFUSED_PATHS)
    async def test_refuses_other_paths(
        self, client: httpx.AsyncClient, path: str, expected: list[str]
    ) -> None:
        answer = await client.get(path)
        expect_violations(answer, 422, expected)

    async def test_refuses_paths_that_are_not_utf8(self, client: httpx.AsyncClient) -> None:
        answer = await client.get("/api/users/%FF")
        assert answer.status_code == 400, answer.text


class TestUpdateUser:
    async def test_answers_200(self, client: httpx.AsyncClient) -> None:
        user = expect_json(await client.post("/api/users", json=CREATE_USER), 201)
        answer = await client.put(f"/api/users/{user['id']}", json=UPDATE_USER)
        body = expect_json(answer, 200)
        assert body == {
            "id": 1,
            "email": "ada@example.org",
            "name": "example",
            "role": "admin",
            "bio": "example",
            "created_at": body["created_at"],
            "updated_at": body["updated_at"],
        }

    async def test_refuses_what_another_one_has(self, client: httpx.AsyncClient) -> None:
        expect_json(await client.post("/api/users", json=CREATE_USER), 201)
        user2 = expect_json(await client.post("/api/users", json=CREATE_USER2), 201)
        answer = await client.put(f"/api/users/{user2['id']}", json=UPDATE_USER)
        expect_error(answer, 409, "email_taken")

    @pytest.mark.parametrize(("field", "value"), ACCEPTED_VALUES)
    async def test_accepts_what_is_just_inside(
        self, client: httpx.AsyncClient, field: str, value: object
    ) -> None:
        user = expect_json(await client.post("/api/users", json=CREATE_USER), 201)
        answer = await client.put(f"/api/users/{user['id']}", json={**UPDATE_USER, field: value})
        assert answer.status_code == 200, answer.text

    async def test_answers_404_where_there_is_nothing(self, client: httpx.AsyncClient) -> None:
        answer = await client.put("/api/users/1", json=UPDATE_USER)
        expect_error(answer, 404, "user_not_found")

    @pytest.mark.parametrize(("path", "expected"), REFUSED_PATHS)
    async def test_refuses_other_paths(
        self, client: httpx.AsyncClient, path: str, expected: list[str]
    ) -> None:
        answer = await client.put(path)
        expect_violations(answer, 422, expected)

    async def test_refuses_paths_that_are_not_utf8(self, client: httpx.AsyncClient) -> None:
        answer = await client.put("/api/users/%FF")
        assert answer.status_code == 400, answer.text

    @pytest.mark.parametrize(("field", "value", "expected"), REFUSED_VALUES)
    async def test_refuses_other_values(
        self, client: httpx.AsyncClient, field: str, value: object, expected: list[str]
    ) -> None:
        answer = await client.put("/api/users/1", json={**UPDATE_USER, field: value})
        expect_violations(answer, 422, expected)

    @pytest.mark.parametrize(
        ("field", "expected"),
        [
            ("email", ["/email required"]),
            ("name", ["/name required"]),
            ("role", ["/role required"]),
            ("bio", ["/bio required"]),
        ],
    )
    async def test_requires_its_fields(
        self, client: httpx.AsyncClient, field: str, expected: list[str]
    ) -> None:
        body = {name: value for name, value in UPDATE_USER.items() if name != field}
        answer = await client.put("/api/users/1", json=body)
        expect_violations(answer, 422, expected)

    async def test_refuses_what_is_no_object(self, client: httpx.AsyncClient) -> None:
        answer = await client.put("/api/users/1", json=[])
        expect_violations(answer, 422, [" type"])

    async def test_refuses_malformed_json(self, client: httpx.AsyncClient) -> None:
        answer = await client.put(
            "/api/users/1", content="{", headers={"content-type": "application/json"}
        )
        expect_error(answer, 400, "malformed_json")

    async def test_refuses_bodies_that_are_too_large(self, client: httpx.AsyncClient) -> None:
        answer = await client.put(
            "/api/users/1", content=" " * 1_048_577, headers={"content-type": "application/json"}
        )
        expect_error(answer, 413, "payload_too_large")

    async def test_refuses_other_media_types(self, client: httpx.AsyncClient) -> None:
        answer = await client.put(
            "/api/users/1", content="{}", headers={"content-type": "text/plain"}
        )
        expect_error(answer, 415, "unsupported_media_type")


class TestPatchUser:
    async def test_answers_200(self, client: httpx.AsyncClient) -> None:
        user = expect_json(await client.post("/api/users", json=CREATE_USER), 201)
        answer = await client.patch(f"/api/users/{user['id']}", json=PATCH_USER)
        body = expect_json(answer, 200)
        assert body == {
            "id": 1,
            "email": "ada@example.org",
            "name": "example",
            "role": "admin",
            "bio": "example",
            "created_at": body["created_at"],
            "updated_at": body["updated_at"],
        }

    async def test_leaves_absent_fields_as_they_are(self, client: httpx.AsyncClient) -> None:
        user = expect_json(await client.post("/api/users", json=CREATE_USER), 201)
        answer = await client.patch(f"/api/users/{user['id']}", json={"email": "ada@example.org"})
        body = expect_json(answer, 200)
        assert body == {
            "id": 1,
            "email": "ada@example.org",
            "name": "example",
            "role": "admin",
            "bio": "example",
            "created_at": body["created_at"],
            "updated_at": body["updated_at"],
        }

    async def test_clears_what_may_be_null(self, client: httpx.AsyncClient) -> None:
        user = expect_json(await client.post("/api/users", json=CREATE_USER), 201)
        answer = await client.patch(f"/api/users/{user['id']}", json={"bio": None})
        body = expect_json(answer, 200)
        assert body == {
            "id": 1,
            "email": "ada@example.org",
            "name": "example",
            "role": "admin",
            "bio": None,
            "created_at": body["created_at"],
            "updated_at": body["updated_at"],
        }

    async def test_refuses_what_another_one_has(self, client: httpx.AsyncClient) -> None:
        expect_json(await client.post("/api/users", json=CREATE_USER), 201)
        user2 = expect_json(await client.post("/api/users", json=CREATE_USER2), 201)
        answer = await client.patch(f"/api/users/{user2['id']}", json=PATCH_USER)
        expect_error(answer, 409, "email_taken")

    @pytest.mark.parametrize(("field", "value"), ACCEPTED_VALUES)
    async def test_accepts_what_is_just_inside(
        self, client: httpx.AsyncClient, field: str, value: object
    ) -> None:
        user = expect_json(await client.post("/api/users", json=CREATE_USER), 201)
        answer = await client.patch(f"/api/users/{user['id']}", json={**PATCH_USER, field: value})
        assert answer.status_code == 200, answer.text

    async def test_answers_404_where_there_is_nothing(self, client: httpx.AsyncClient) -> None:
        answer = await client.patch("/api/users/1", json=PATCH_USER)
        expect_error(answer, 404, "user_not_found")

    @pytest.mark.parametrize(("path", "expected"), REFUSED_PATHS)
    async def test_refuses_other_paths(
        self, client: httpx.AsyncClient, path: str, expected: list[str]
    ) -> None:
        answer = await client.patch(path)
        expect_violations(answer, 422, expected)

    async def test_refuses_paths_that_are_not_utf8(self, client: httpx.AsyncClient) -> None:
        answer = await client.patch("/api/users/%FF")
        assert answer.status_code == 400, answer.text

    @pytest.mark.parametrize(("field", "value", "expected"), REFUSED_VALUES)
    async def test_refuses_other_values(
        self, client: httpx.AsyncClient, field: str, value: object, expected: list[str]
    ) -> None:
        answer = await client.patch("/api/users/1", json={**PATCH_USER, field: value})
        expect_violations(answer, 422, expected)

    async def test_refuses_what_is_no_object(self, client: httpx.AsyncClient) -> None:
        answer = await client.patch("/api/users/1", json=[])
        expect_violations(answer, 422, [" type"])

    async def test_refuses_malformed_json(self, client: httpx.AsyncClient) -> None:
        answer = await client.patch(
            "/api/users/1", content="{", headers={"content-type": "application/json"}
        )
        expect_error(answer, 400, "malformed_json")

    async def test_refuses_bodies_that_are_too_large(self, client: httpx.AsyncClient) -> None:
        answer = await client.patch(
            "/api/users/1", content=" " * 1_048_577, headers={"content-type": "application/json"}
        )
        expect_error(answer, 413, "payload_too_large")

    async def test_refuses_other_media_types(self, client: httpx.AsyncClient) -> None:
        answer = await client.patch(
            "/api/users/1", content="{}", headers={"content-type": "text/plain"}
        )
        expect_error(answer, 415, "unsupported_media_type")


class TestDeleteUser:
    async def test_answers_204(self, client: httpx.AsyncClient) -> None:
        user = expect_json(await client.post("/api/users", json=CREATE_USER), 201)
        answer = await client.delete(f"/api/users/{user['id']}")
        assert answer.status_code == 204, answer.text
        assert answer.content == b""

    async def test_refuses_the_same_again(self, client: httpx.AsyncClient) -> None:
        user = expect_json(await client.post("/api/users", json=CREATE_USER), 201)
        first = await client.delete(f"/api/users/{user['id']}")
        assert first.status_code == 204, first.text
        answer = await client.delete(f"/api/users/{user['id']}")
        expect_error(answer, 404, "user_not_found")

    async def test_answers_404_where_there_is_nothing(self, client: httpx.AsyncClient) -> None:
        answer = await client.delete("/api/users/1")
        expect_error(answer, 404, "user_not_found")

    @pytest.mark.parametrize(("path", "expected"), REFUSED_PATHS)
    async def test_refuses_other_paths(
        self, client: httpx.AsyncClient, path: str, expected: list[str]
    ) -> None:
        answer = await client.delete(path)
        expect_violations(answer, 422, expected)

    async def test_refuses_paths_that_are_not_utf8(self, client: httpx.AsyncClient) -> None:
        answer = await client.delete("/api/users/%FF")
        assert answer.status_code == 400, answer.text
