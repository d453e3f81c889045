"""The contract that is served, beside what FastAPI derives from the code."""

import json
from importlib import resources
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

pytestmark = pytest.mark.anyio

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
PACKAGE = resources.files("users")
DOCUMENT = (PACKAGE / "openapi.json").read_bytes()


async def test_the_contract_is_served_byte_for_byte(client: httpx.AsyncClient) -> None:
    answer = await client.get("/openapi.json")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    assert answer.content == DOCUMENT


async def test_the_code_does_what_the_contract_says(app: FastAPI) -> None:
    contract = json.loads(DOCUMENT)
    assert operations(app.openapi(), {}) == operations(contract, contract)


def operations(document: dict[str, Any], root: dict[str, Any]) -> dict[str, Any]:
    """By method and path: what a client may send, and which statuses it may get."""
    found = {}
    for path, reference in document["paths"].items():
        item = resolved(reference, root)
        for method in METHODS:
            if method in item:
                operation = item[method]
                kinds = resolved(operation.get("requestBody", {}), root).get("content", {})
                parameters = item.get("parameters", []) + operation.get("parameters", [])
                found[f"{method} {path}"] = {
                    "parameters": {
                        (parameter["in"], parameter["name"], parameter.get("required", False))
                        for parameter in (resolved(parameter, root) for parameter in parameters)
                    },
                    "json": any(kind.startswith("application/json") for kind in kinds),
                    "statuses": sorted(operation["responses"]),
                }
    return found


def resolved(part: dict[str, Any], root: dict[str, Any]) -> dict[str, Any]:
    """The part, or what it refers to."""
    while "$ref" in part:
        target = root
        for step in part["$ref"].removeprefix("#/").split("/"):
            target = target[step.replace("~1", "/").replace("~0", "~")]
        part = target
    return part
