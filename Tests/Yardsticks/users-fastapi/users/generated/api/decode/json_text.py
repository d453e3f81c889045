"""Parameters that are written as JSON."""

from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationInfo
from pydantic import ValidatorFunctionWrapHandler as Handler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema, from_json

from . import fault
from .reading import reading_of
from .report import refuse

_NO_JSON = fault.kind("JSON")


class JsonText:
    """Reads a text as JSON, and the JSON as the type says."""

    def _read(self, value: object, handler: Handler, info: ValidationInfo) -> object:
        reading = reading_of(info)
        if not reading.is_text or not isinstance(value, str):
            return handler(value)
        try:
            parsed = from_json(value, allow_inf_nan=False)
        except ValueError:
            refuse([_NO_JSON])
        reading.is_text = False
        try:
            return handler(parsed)
        finally:
            reading.is_text = True

    def __get_pydantic_core_schema__(
        self, source: type[Any], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Stand before the reader of the type."""
        return core_schema.with_info_wrap_validator_function(self._read, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Describe the text."""
        return {"type": "string", "contentMediaType": "application/json"}
