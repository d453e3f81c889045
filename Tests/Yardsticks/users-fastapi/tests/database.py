"""A database for one test."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path


@asynccontextmanager
async def database(folder: Path) -> AsyncIterator[str]:
    """The URL of an empty SQLite database in the folder of a test."""
    yield f"sqlite://{folder / 'test.db'}"
