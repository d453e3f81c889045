"""What all tests need: the application on a database of its own, called without a network."""

from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI

from users.app import create_app
from users.config import Config

from .database import database


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
async def database_url(tmp_path: Path) -> AsyncIterator[str]:
    async with database(tmp_path) as url:
        yield url


@pytest.fixture
def variables() -> dict[str, str]:
    """What a test sets in the environment of its application."""
    return {}


@pytest.fixture
async def app(database_url: str, variables: dict[str, str]) -> AsyncIterator[FastAPI]:
    application = create_app(Config.read({"DATABASE_URL": database_url, **variables}))
    async with application.router.lifespan_context(application):
        yield application


@pytest.fixture
async def client(app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as caller:
        yield caller
