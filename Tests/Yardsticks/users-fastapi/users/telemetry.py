"""Logs: one JSON object per line on standard output."""

import json
import logging
import sys
from typing import Final

import structlog

_LEVELS: Final = {
    "error": logging.ERROR,
    "warn": logging.WARNING,
    "info": logging.INFO,
    "debug": logging.DEBUG,
    "trace": logging.NOTSET,
}
_ENCODER: Final = json.JSONEncoder(default=repr)
"""Made once: `json.dumps` would make one for each line."""


class _Lines(structlog.WriteLogger):
    """Where our own logs go: straight out, for the standard library's way costs as much again."""

    def __init__(self, name: str) -> None:
        super().__init__(sys.stdout)
        self.name = name


def _render(_: object, __: str, event: structlog.typing.EventDict) -> str:
    return _ENCODER.encode(event)


def init(level: str) -> None:
    """Install the log for the whole process, libraries included."""
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", key="timestamp"),
        structlog.processors.format_exc_info,
    ]
    spelled: list[structlog.typing.Processor] = [
        structlog.processors.EventRenamer("message"),
        _render,
    ]
    structlog.configure(
        processors=[*shared, *spelled],
        wrapper_class=structlog.make_filtering_bound_logger(_LEVELS[level]),
        logger_factory=_Lines,
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *spelled],
        )
    )
    logging.basicConfig(level=_LEVELS[level], handlers=[handler], force=True)
