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
    if _is_excessive(text):
        message = "arrays and objects nest too deeply, or a number is beyond all doubles"
        raise ValueError(message)
    return from_json(text, allow_inf_nan=False)


def _is_excessive(text: bytes) -> bool:
    """Whether it goes beyond the limits; most texts need no second look."""
    may_be_deep = text.count(b"[") + text.count(b"{") > _MAX_DEPTH
    if not may_be_deep and not _MAYBE_INFINITE.search(text):
        return False
    depth = 0
    for token in _TOKEN.finditer(text):
        if token.lastgroup == "open":
            depth += 1
            if depth > _MAX_DEPTH:
                return True
        elif token.lastgroup == "close":
            depth -= 1
        elif token.lastgroup == "number" and math.isinf(float(token["number"])):
            return True
    return False
