"""Arrays."""

import json
from typing import Any, get_args

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationError
from pydantic import ValidatorFunctionWrapHandler as Handler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from . import fault
from .report import Report, refuse

_NO_ARRAY = fault.kind("an array")


class Items:
    """An array, each of its items read as the list's type says."""

    def __init__(
        self, *, minimum: int | None = None, maximum: int | None = None, unique: bool = False
    ) -> None:
        """Take `minItems`, `maxItems` and `uniqueItems`."""
        self._minimum = minimum or 0
        self._maximum = maximum
        self._unique = unique

    def _read(self, values: object, item: Handler) -> list[object]:
        if not isinstance(values, list):
            refuse([_NO_ARRAY])
        report = Report()
        if self._unique:
            _report_repeated(values, report)
        items = []
        for index, value in enumerate(values):
            if report.is_full:
                break
            try:
                items.append(item(value))
            except ValidationError as error:
                report.collect(error, index)
        if not report.has_lost:
            self._report_length(len(values), report)
        report.finish()
        return items

    def _report_length(self, length: int, report: Report) -> None:
        if length < self._minimum:
            report.add(fault.min_items(self._minimum))
        if self._maximum is not None and length > self._maximum:
            report.add(fault.max_items(self._maximum))

    def __get_pydantic_core_schema__(
        self, source: type[Any], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Read with this, write as Pydantic does."""
        item = handler.generate_schema(get_args(source)[0])
        return core_schema.json_or_python_schema(
            json_schema=core_schema.list_schema(item),
            python_schema=core_schema.no_info_wrap_validator_function(self._read, item),
        )

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Describe the arrays."""
        described = handler(schema)
        if self._minimum:
            described["minItems"] = self._minimum
        if self._maximum is not None:
            described["maxItems"] = self._maximum
        if self._unique:
            described["uniqueItems"] = True
        return described


def _report_repeated(values: list[object], report: Report) -> None:
    """Report every item that equals an earlier one."""
    seen = set()
    for index, value in enumerate(values):
        text = json.dumps(_with_integers(value), sort_keys=True, default=str)
        if text in seen:
            report.add(fault.UNIQUE_ITEMS, index)
        seen.add(text)


def _with_integers(value: object) -> object:
    """The value with whole numbers as integers: JSON Schema takes 1.0 for 1."""
    match value:
        case float() if value.is_integer():
            return int(value)
        case list():
            return [_with_integers(item) for item in value]
        case dict():
            return {name: _with_integers(item) for name, item in value.items()}
        case _:
            return value
