"""Brings the schema of the database up to date, with the scripts that the package carries.

The ledger has the table and the checksums of Rust's `sqlx`: backends of both stacks have the same
migrations, and can share a database.
"""

import hashlib
import time
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import resources
from typing import Final

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    DateTime,
    LargeBinary,
    MetaData,
    Table,
    Text,
    TypedColumns,
    func,
    insert,
    select,
)
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.schema import CreateTable

from .database import Database
from .driver import migrating, run_script

_NO_TRANSACTION: Final = "-- no-transaction"
"""The first line of a script that cannot run in a transaction."""


class MigrationError(Exception):
    """The database and the migrations do not belong together."""


class _LedgerColumns(TypedColumns):
    version = Column(BigInteger, primary_key=True, autoincrement=False)
    description = Column(Text, nullable=False)
    installed_on = Column(DateTime(timezone=True), nullable=False, server_default=func.now())
    success = Column(Boolean, nullable=False)
    checksum = Column(LargeBinary, nullable=False)
    execution_time = Column(BigInteger, nullable=False)


_LEDGER: Final = Table("_sqlx_migrations", MetaData(), _LedgerColumns)


@dataclass(frozen=True, slots=True)
class Migration:
    """A script of the package, such as `0001_create_users.sql`."""

    version: int
    description: str
    script: str

    @property
    def checksum(self) -> bytes:
        """What tells whether a script was changed after it was applied."""
        return hashlib.sha384(self.script.encode()).digest()


def embedded() -> list[Migration]:
    """The migrations of the package, in their order."""
    folder = resources.files("users") / "migrations"
    migrations = []
    for file in folder.iterdir():
        version, _, rest = file.name.removesuffix(".sql").partition("_")
        script = file.read_text(encoding="utf-8")
        migrations.append(Migration(int(version), rest.replace("_", " "), script))
    return sorted(migrations, key=lambda migration: migration.version)


async def migrate(db: Database, migrations: Iterable[Migration]) -> None:
    """Apply the migrations that the database does not have yet; servers that start at once wait.

    Raises:
        MigrationError: where an applied migration is missing, was changed, or failed half-way.
    """
    known = {migration.version: migration for migration in migrations}
    async with db.connection() as connection, migrating(connection):
        await connection.execute(CreateTable(_LEDGER, if_not_exists=True))
        await _verify(connection, known)
        for migration in known.values():
            if migration.script.startswith(_NO_TRANSACTION):
                await _apply(connection, migration)
            else:
                async with db.atomically(connection):
                    await _apply(connection, migration)


async def _verify(connection: AsyncConnection, known: dict[int, Migration]) -> None:
    ledger = _LEDGER.c
    rows = await connection.execute(select(ledger.version, ledger.success, ledger.checksum))
    for version, success, checksum in rows:
        migration = known.get(version)
        if migration is None:
            message = f"migration {version} was applied and is not in the package"
        elif not success:
            message = f"migration {version} failed half-way: repair the database by hand"
        elif checksum != migration.checksum:
            message = f"migration {version} was changed after it was applied"
        else:
            continue
        raise MigrationError(message)


async def _apply(connection: AsyncConnection, migration: Migration) -> None:
    """Apply and record a migration, unless another server has done so in the meantime."""
    count = select(func.count()).where(_LEDGER.c.version == migration.version)
    if await connection.scalar(count):
        return
    start = time.monotonic_ns()
    await run_script(connection, migration.script)
    await connection.execute(
        insert(_LEDGER).values(
            version=migration.version,
            description=migration.description,
            success=True,
            checksum=migration.checksum,
            execution_time=time.monotonic_ns() - start,
        )
    )
