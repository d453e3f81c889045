"""Objects whose fields the contract does not name."""

from typing import Any, get_args

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationError
from pydantic import ValidatorFunctionWrapHandler as Handler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from . import fault
from .report import Report, refuse

NO_OBJECT = fault.kind("an object")


class Entries:
    """A map, each of its values read as the type of the `dict` says."""

    def __init__(self, *, minimum: int | None = None, maximum: int | None = None) -> None:
        """Take `minProperties` and `maxProperties`."""
        self._minimum = minimum or 0
        self._maximum = maximum

    def _read(self, values: object, entry: Handler) -> dict[str, object]:
        if not isinstance(values, dict):
            refuse([NO_OBJECT])
        report = Report()
        entries = {}
        for name in sorted(values):
            if report.is_full:
                break
            if "\0" in name:
                report.add(fault.NUL, name)
            try:
                entries[name] = entry(values[name])
            except ValidationError as error:
                report.collect(error, name)
        if not report.has_lost:
            self._report_size(len(values), report)
        report.finish()
        return entries

    def _report_size(self, size: int, report: Report) -> None:
        if size < self._minimum:
            report.add(fault.min_properties(self._minimum))
        if self._maximum is not None and size > self._maximum:
            report.add(fault.max_properties(self._maximum))

    def __get_pydantic_core_schema__(
        self, source: type[Any], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Read with this, write as Pydantic does."""
        entry = handler.generate_schema(get_args(source)[1])
        return core_schema.json_or_python_schema(
            json_schema=core_schema.dict_schema(core_schema.str_schema(), entry),
            python_schema=core_schema.no_info_wrap_validator_function(self._read, entry),
        )

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Describe the maps."""
        described = handler(schema)
        if self._minimum:
            described["minProperties"] = self._minimum
        if self._maximum is not None:
            described["maxProperties"] = self._maximum
        return described
