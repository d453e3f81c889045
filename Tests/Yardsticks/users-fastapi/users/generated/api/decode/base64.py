"""The format `byte`: bytes in Base64 on the wire."""

from base64 import b64decode, b64encode
from typing import Annotated, TypeAlias

from pydantic import PlainSerializer
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import core_schema

from . import fault
from .reader import Reader
from .report import refuse
from .text import string

_NO_BASE64 = fault.form("Base64")


class Base64(Reader):
    """Bytes."""

    def read(self, value: object, *, is_text: bool) -> bytes:  # noqa: ARG002
        """Read bytes from the one text that stands for them."""
        if isinstance(value, bytes):
            return value
        text = string(value)
        try:
            data = b64decode(text, validate=True)
        except ValueError:
            refuse([_NO_BASE64])
        if _write(data) != text:
            refuse([_NO_BASE64])
        return data

    def serialization(self) -> core_schema.SerSchema:
        """Write Base64."""
        return core_schema.plain_serializer_function_ser_schema(
            _write, when_used="json-unless-none"
        )

    def schema(self) -> JsonSchemaValue:
        """Describe the texts."""
        return {"type": "string", "format": "byte"}


def _write(data: bytes) -> str:
    return b64encode(data).decode()


SentBytes: TypeAlias = Annotated[bytes, PlainSerializer(_write, when_used="json")]
"""Bytes that the server sends: they need no reader, but are written as Base64."""
