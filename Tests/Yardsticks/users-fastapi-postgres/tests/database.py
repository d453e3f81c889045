"""A database for one test."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from uuid import uuid4

import asyncpg


@asynccontextmanager
async def database(_: Path) -> AsyncIterator[str]:
    """The URL of a schema of its own in the database that `TEST_DATABASE_URL` names."""
    server = os.environ["TEST_DATABASE_URL"]
    schema = f"test_{uuid4().hex}"
    await _execute(server, f"CREATE SCHEMA {schema}")
    try:
        yield f"{server}{'&' if '?' in server else '?'}search_path={schema}"
    finally:
        await _execute(server, f"DROP SCHEMA {schema} CASCADE")


async def _execute(server: str, statement: str) -> None:
    connection = await asyncpg.connect(server)
    try:
        await connection.execute(statement)
    finally:
        await connection.close()
