"""The migrations, and what keeps them and a database together."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from users.generated.db import Database, connect
from users.generated.db.migrations import MigrationError, embedded, migrate

pytestmark = pytest.mark.anyio


@pytest.fixture
async def db(database_url: str) -> AsyncIterator[Database]:
    database = connect(database_url, max_connections=4, acquire_timeout=5.0, statement_timeout=5.0)
    yield database
    await database.close()


async def test_they_are_applied_once(db: Database) -> None:
    await migrate(db, embedded())
    await migrate(db, embedded())


async def test_servers_may_start_at_once(db: Database) -> None:
    await asyncio.gather(*(migrate(db, embedded()) for _ in range(4)))


async def test_a_changed_one_is_refused(db: Database) -> None:
    await migrate(db, embedded())
    changed = [replace(migration, script="SELECT 1;") for migration in embedded()]
    with pytest.raises(MigrationError, match="was changed after it was applied"):
        await migrate(db, changed)


async def test_a_missing_one_is_refused(db: Database) -> None:
    await migrate(db, embedded())
    with pytest.raises(MigrationError, match="is not in the package"):
        await migrate(db, embedded()[1:])


async def test_one_that_fails_leaves_nothing_behind(db: Database) -> None:
    first = embedded()[0]
    broken = replace(
        first, script="CREATE TABLE half (id INTEGER); CREATE TABLE half (id INTEGER);"
    )
    with pytest.raises(Exception, match="half"):
        await migrate(db, [broken])
    fixed = replace(first, script="CREATE TABLE half (id INTEGER);")
    await migrate(db, [fixed])
