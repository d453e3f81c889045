"""The life of the process, from start to stop."""

import asyncio
import os
import signal
import socket
import sys
from asyncio.subprocess import PIPE, Process, create_subprocess_exec
from collections.abc import AsyncIterator

import httpx
import pytest

pytestmark = pytest.mark.anyio


@pytest.fixture
def port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        number: int = listener.getsockname()[1]
        return number


@pytest.fixture
def drain_delay_ms() -> int:
    return 1000


@pytest.fixture
async def server(database_url: str, port: int, drain_delay_ms: int) -> AsyncIterator[Process]:
    environment = {
        **os.environ,
        "DATABASE_URL": database_url,
        "PORT": str(port),
        "DRAIN_DELAY_MS": str(drain_delay_ms),
    }
    process = await create_subprocess_exec(
        sys.executable,
        "-m",
        "users",
        env=environment,
        stdout=PIPE,
    )
    try:
        async with asyncio.timeout(30):
            while await run("--probe", environment) != 0:
                await asyncio.sleep(0.1)
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        # Its output must be read, or the pipe stays open.
        await process.communicate()


async def run(argument: str, environment: dict[str, str]) -> int:
    process = await create_subprocess_exec(
        sys.executable,
        "-m",
        "users",
        argument,
        env=environment,
        stdout=PIPE,
        stderr=PIPE,
    )
    await process.communicate()
    return process.returncode or 0


async def test_requests_are_served_until_the_drain_delay_is_over(
    server: Process, port: int
) -> None:
    server.send_signal(signal.SIGTERM)
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as client:
        while (await client.get("/readyz")).status_code == 200:
            await asyncio.sleep(0.05)
        assert (await client.get("/livez")).status_code == 200
    async with asyncio.timeout(30):
        assert await server.wait() == 0


@pytest.mark.parametrize("drain_delay_ms", [600_000])
async def test_a_second_signal_ends_it_at_once(server: Process, port: int) -> None:
    server.send_signal(signal.SIGTERM)
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as client:
        while (await client.get("/readyz")).status_code == 200:
            await asyncio.sleep(0.05)
    server.send_signal(signal.SIGINT)
    async with asyncio.timeout(30):
        assert await server.wait() == 0


@pytest.mark.parametrize(
    ("argument", "variables", "status"),
    [
        ("--check-config", {}, 0),
        ("--check-config", {"PORT": "x"}, 1),
        ("--probe", {"PORT": "1"}, 1),
        ("--other", {}, 1),
    ],
)
async def test_arguments(argument: str, variables: dict[str, str], status: int) -> None:
    assert await run(argument, {**os.environ, **variables}) == status
