"""Assertions on what a client gets."""

from typing import Any

import httpx


def expect_json(answer: httpx.Response, status: int) -> Any:  # noqa: ANN401
    """Assert a success with a JSON body, and return it."""
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/json"
    return answer.json()


def expect_error(answer: httpx.Response, status: int, code: str) -> None:
    """Assert an error with this status and code."""
    assert answer.status_code == status, answer.text
    assert answer.json()["code"] == code, answer.text


def expect_violations(answer: httpx.Response, status: int, expected: list[str]) -> None:
    """Assert that the request broke the contract exactly here.

    Each violation is its place and its code, such as `/name min_length`.
    """
    expect_error(answer, status, "validation_failed")
    body = answer.json()
    found = []
    for error in body.get("errors") or body["details"]["errors"]:
        place = next(error[part] for part in ("pointer", "parameter", "header") if part in error)
        found.append(f"{place} {error['code']}")
    assert found == expected, answer.text
