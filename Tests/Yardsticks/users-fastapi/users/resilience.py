"""Readiness, and stopping without cutting off a request."""

import asyncio
import signal
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from enum import Enum, auto
from typing import Final

import structlog
import uvicorn

_log: Final = structlog.get_logger(__name__)

_CHECK_TIMEOUT: Final = 1.0
"""A probe waits no longer than this for what the server depends on, in seconds."""
_CHECK_LIFETIME: Final = 1.0
"""An answer is good for this long, so that probes cannot become a load of their own."""


class Readiness:
    """Whether requests should be sent here."""

    def __init__(self) -> None:
        """Begin with nothing known."""
        self._is_draining = False
        self._lock = asyncio.Lock()
        self._checked_at = float("-inf")
        self._was_ready = False

    def drain(self) -> None:
        """Turn readiness off for good: the server is about to stop."""
        self._is_draining = True

    async def is_ready(self, check: Callable[[], Awaitable[bool]]) -> bool:
        """Whether the server is not about to stop and what it depends on answers."""
        if self._is_draining:
            return False
        # Held while checking on purpose: probes that come at once share one check.
        async with self._lock:
            if time.monotonic() - self._checked_at >= _CHECK_LIFETIME:
                self._was_ready = await _within(_CHECK_TIMEOUT, check)
                self._checked_at = time.monotonic()
            return self._was_ready


async def _within(seconds: float, check: Callable[[], Awaitable[bool]]) -> bool:
    try:
        async with asyncio.timeout(seconds):
            return await check()
    except TimeoutError:
        return False


class Server(uvicorn.Server):
    """A server that leaves signals to `serve`: uvicorn's own way neither waits nor exits with 0."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Capture none."""
        yield


async def serve(
    server: Server, drain: Callable[[], None], *, drain_delay: float, patience: float
) -> None:
    """Serve until a signal, and then stop in order.

    Readiness goes off by `drain`; after the drain delay nothing more is accepted, and the requests
    in flight get a bounded time. A second signal ends that at once. Times are in seconds.
    """
    signals = _Signals()
    serving = asyncio.create_task(server.serve())
    if await _wait(serving, signals) is _Event.ENDED:
        return
    drain()
    _log.info("readiness is off")
    if await _wait(serving, signals, drain_delay) is _Event.TIME:
        server.should_exit = True
        _log.info("no more connections are accepted")
        await _wait(serving, signals, patience)
    if not serving.done():
        _log.warning("requests are cut off")
        server.should_exit = server.force_exit = True
    await serving


class _Event(Enum):
    """What can happen while the server serves."""

    ENDED = auto()
    SIGNAL = auto()
    TIME = auto()


class _Signals:
    """The signals that ask a process to stop."""

    def __init__(self) -> None:
        self._came = asyncio.Event()
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self._came.set)

    async def next(self) -> None:
        """Wait for one."""
        await self._came.wait()
        self._came.clear()


async def _wait(
    serving: asyncio.Task[None], signals: _Signals, seconds: float | None = None
) -> _Event:
    """Wait for what happens first."""
    signalled = asyncio.create_task(signals.next())
    await asyncio.wait((serving, signalled), timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
    event = _Event.SIGNAL if signalled.done() else _Event.TIME
    signalled.cancel()
    return _Event.ENDED if serving.done() else event
