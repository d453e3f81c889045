"""What all readers of single values share: how they become a part of Pydantic's schema."""

from abc import ABC, abstractmethod
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationInfo
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from .reading import reads_text


class Reader(ABC):
    """Reads and checks a value in one pass; it stands in an `Annotated[...]`."""

    @abstractmethod
    def read(self, value: object, *, is_text: bool) -> object:
        """Read a value of JSON, or the text of a parameter.

        Raises:
            ValidationError: with one line for each fault.
        """

    @abstractmethod
    def schema(self) -> JsonSchemaValue:
        """Describe the values for the document that FastAPI derives."""

    def serialization(self) -> "core_schema.SerSchema | None":
        """Say how values are written, if not as their type is written anyway."""
        return None

    def __get_pydantic_core_schema__(
        self, source: type[Any], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Put this reader in the place of Pydantic's own."""

        def read(value: object, info: ValidationInfo) -> object:
            return self.read(value, is_text=reads_text(info))

        return core_schema.with_info_plain_validator_function(
            read, serialization=self.serialization()
        )

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Describe the values: Pydantic cannot look into a function."""
        return self.schema()
