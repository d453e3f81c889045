"""Requests in flight when the server is told to stop."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
import pytest
import uvicorn
from fastapi import FastAPI

from users.resilience import Server, serve

pytestmark = pytest.mark.anyio


class Flight:
    """A server, and a request to it that is answered when it is told to go on."""

    def __init__(self) -> None:
        self.arrived = asyncio.Event()
        self.is_drained = asyncio.Event()
        self.goes_on = asyncio.Event()
        app = FastAPI()
        app.add_api_route("/slow", self.answer)
        self.server = Server(uvicorn.Config(app, port=0, log_config=None))
        self.port = 0

    async def answer(self) -> None:
        self.arrived.set()
        await self.goes_on.wait()

    async def request(self) -> int:
        while not self.server.started:
            await asyncio.sleep(0.01)
        # A server that has stopped to listen does not know its port any more.
        self.port = self.port or self.server.servers[0].sockets[0].getsockname()[1]
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{self.port}") as client:
            return (await client.get("/slow")).status_code


@asynccontextmanager
async def stopping(flight: Flight, patience: float) -> AsyncIterator[asyncio.Task[int]]:
    """Tell the server to stop while the request is in flight; expect that it does."""
    drain = flight.is_drained.set
    serving = asyncio.create_task(serve(flight.server, drain, drain_delay=0, patience=patience))
    request = asyncio.create_task(flight.request())
    async with asyncio.timeout(30):
        await flight.arrived.wait()
        os.kill(os.getpid(), signal.SIGTERM)
        await flight.is_drained.wait()
        yield request
        await serving


async def test_they_are_finished() -> None:
    flight = Flight()
    async with stopping(flight, patience=30) as request:
        while flight.server.servers[0].is_serving():
            await asyncio.sleep(0.01)
        with pytest.raises(httpx.ConnectError):
            await flight.request()
        assert not request.done()
        flight.goes_on.set()
        assert await request == 200
    assert not flight.server.force_exit


async def test_they_are_given_up_in_the_end() -> None:
    flight = Flight()
    async with stopping(flight, patience=0.1) as request:
        pass
    assert flight.server.force_exit
    assert not request.done()
    request.cancel()
