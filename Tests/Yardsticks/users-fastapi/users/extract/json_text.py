"""JSON, within limits that all stacks share."""

import math
import re
from typing import Final

from pydantic_core import from_json

_MAX_DEPTH: Final = 127
"""Arrays and objects within each other: readers descend, and a stack has an end."""

_TOKEN = re.compile(
    rb"""
    (?P<text>"(?:[^"\\]|\\.)*"?) | (?P<open>[\[{]) | (?P<close>[\]}])
    | (?P<number>-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)
    """,
    re.DOTALL | re.VERBOSE,
)
_MAYBE_INFINITE = re.compile(rb"\d{300}|[eE]\+?\d{2}")


def parse_json(text: bytes) -> object:
    """Read one JSON value.

    Raises:
        ValueError: where it is none, nests too deeply, or holds a number beyond all doubles.
    """
    excess = _first_excess(text)
    if excess is None:
        return from_json(text, allow_inf_nan=False)
    message, end = excess
    try:
        from_json(text[:end], allow_inf_nan=False)
    except ValueError as error:
        # What is wrong before counts; that nothing follows is our own doing.
        if not str(error).startswith("EOF"):
            raise
    line = text.count(b"\n", 0, end) + 1
    column = end - (text.rfind(b"\n", 0, end) + 1)
    message = f"{message} at line {line} column {column}"
    raise ValueError(message)


def _first_excess(text: bytes) -> tuple[str, int] | None:
    """What goes beyond the limits first, and where it ends; most texts need no second look."""
    may_be_deep = text.count(b"[") + text.count(b"{") > _MAX_DEPTH
    if not may_be_deep and not _MAYBE_INFINITE.search(text):
        return None
    depth = 0
    for token in _TOKEN.finditer(text):
        if token.lastgroup == "open":
            depth += 1
            if depth > _MAX_DEPTH:
                return "recursion limit exceeded", token.end()
        elif token.lastgroup == "close":
            depth -= 1
        elif token.lastgroup == "number" and math.isinf(float(token["number"])):
            return "number out of range", token.end()
    return None
