"""What readers know about the request that they are reading a part of."""

from dataclasses import dataclass
from typing import Final

from pydantic import ValidationInfo

MAX_TRIES: Final = 10_000
"""Alternatives that one request may take to check: unions within unions multiply them."""


@dataclass(slots=True)
class Reading:
    """The reading of one part of a request, as Pydantic's validation context."""

    is_text: bool = False
    """Whether values arrive as text (parameters and headers) and not as JSON."""
    tries: int = 0
    """How many alternatives of unions were tried."""


def reads_text(info: ValidationInfo) -> bool:
    """Whether the reading under way is one of parameters or headers."""
    context = info.context
    return isinstance(context, Reading) and context.is_text


def reading_of(info: ValidationInfo) -> Reading:
    """The reading under way; a JSON one where a model is made by its constructor."""
    context = info.context
    return context if isinstance(context, Reading) else Reading()
