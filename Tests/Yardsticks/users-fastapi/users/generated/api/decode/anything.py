"""Values of which the contract says nothing."""

from pydantic.json_schema import JsonSchemaValue

from .fault import NUL
from .reader import Reader
from .report import refuse


class Anything(Reader):
    """Any value that databases can keep: without U+0000, which PostgreSQL refuses."""

    def read(self, value: object, *, is_text: bool) -> object:  # noqa: ARG002
        """Read any value."""
        if _holds_nul(value):
            refuse([NUL])
        return value

    def schema(self) -> JsonSchemaValue:
        """Describe nothing."""
        return {}


def _holds_nul(value: object) -> bool:
    """Whether a text or a name holds U+0000. The parser bounds how deep a value can be."""
    match value:
        case str():
            return "\0" in value
        case list():
            return any(map(_holds_nul, value))
        case dict():
            return any(_holds_nul(name) or _holds_nul(item) for name, item in value.items())
        case _:
            return False
