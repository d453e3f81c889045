"""Regular expressions of the contract."""

from pydantic_core import SchemaValidator, core_schema

from . import fault


class Pattern:
    """An expression that has to match somewhere in a text.

    Rust's `regex` runs it, through Pydantic: unlike Python's `re` it takes linear time for every
    text, so that nobody can make the server think for hours.
    """

    def __init__(self, source: str, syntax: str) -> None:
        """Keep `source` (ECMA-262, for messages) and the same in the `syntax` of that library."""
        self.source = source
        self.fault = fault.pattern(source)
        self._validator = SchemaValidator(core_schema.str_schema(pattern=syntax))

    def matches(self, text: str) -> bool:
        """Whether it matches somewhere in `text`."""
        return self._validator.isinstance_python(text)
