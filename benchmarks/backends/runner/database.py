"""Databases: filled once, and copied, so that both backends find the same rows."""

import shutil
import sqlite3
import subprocess
from abc import ABC, abstractmethod
from pathlib import Path

_ROWS = """
INSERT INTO users (email, name, role, created_at, updated_at, bio)
SELECT
  'user-' || n || '@example.org', 'User ' || n,
  CASE n % 3 WHEN 0 THEN 'admin' WHEN 1 THEN 'member' ELSE 'guest' END, {time}, {time},
  CASE n % 2 WHEN 0 THEN 'Was there before.' END
FROM {numbers}
"""


class Database(ABC):
    """A kind of database, and where each backend has its own."""

    name: str

    @abstractmethod
    def make(self, backend: str) -> str:
        """An empty database for a backend; its URL."""

    @abstractmethod
    def fill(self, backend: str, rows: int) -> None:
        """Put rows into the table, which the backend has made."""

    @abstractmethod
    def copy(self, source: str, target: str) -> str:
        """A copy for another backend; its URL. Nobody may be connected to the source."""


class SQLite(Database):
    """Files in a folder."""

    name = "sqlite"

    def __init__(self, folder: Path) -> None:
        """Take the folder, which is made where it is missing."""
        self._folder = folder

    def _file(self, backend: str) -> Path:
        return self._folder / f"{backend}.db"

    def make(self, backend: str) -> str:
        """See `Database`."""
        self._folder.mkdir(parents=True, exist_ok=True)
        for file in self._folder.glob(f"{backend}.db*"):
            file.unlink()
        return f"sqlite://{self._file(backend)}"

    def fill(self, backend: str, rows: int) -> None:
        """See `Database`."""
        numbers = (
            "(WITH RECURSIVE c(n) AS "
            f"(VALUES (1) UNION ALL SELECT n + 1 FROM c WHERE n < {rows}) SELECT n FROM c)"
        )
        time = "strftime('%Y-%m-%dT%H:%M:%f000Z', '2026-01-01', n || ' minutes')"
        connection = sqlite3.connect(self._file(backend))
        with connection:
            connection.execute(_ROWS.format(numbers=numbers, time=time))
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()

    def copy(self, source: str, target: str) -> str:
        """See `Database`."""
        url = self.make(target)
        shutil.copyfile(self._file(source), self._file(target))
        return url


class PostgreSQL(Database):
    """Databases of one server."""

    name = "postgres"

    def __init__(self, url: str) -> None:
        """Take the URL of a database of the server that is not ours."""
        self._url = url

    def make(self, backend: str) -> str:
        """See `Database`."""
        return self._create(backend, "template0")

    def fill(self, backend: str, rows: int) -> None:
        """See `Database`."""
        numbers = f"generate_series(1, {rows}) AS n"
        time = "timestamptz '2026-01-01Z' + n * interval '1 minute'"
        url = self._url_of(backend)
        _psql(url, _ROWS.format(numbers=numbers, time=time))
        _psql(url, "VACUUM ANALYZE")

    def copy(self, source: str, target: str) -> str:
        """See `Database`."""
        return self._create(target, f"bench_{source}")

    def _create(self, backend: str, template: str) -> str:
        _psql(self._url, f"DROP DATABASE IF EXISTS bench_{backend}")
        _psql(self._url, f"CREATE DATABASE bench_{backend} TEMPLATE {template}")
        return self._url_of(backend)

    def _url_of(self, backend: str) -> str:
        return f"{self._url.rpartition('/')[0]}/bench_{backend}"


def _psql(url: str, statement: str) -> None:
    quietly = ("-c", "SET client_min_messages = warning")
    subprocess.run(
        ["psql", "-q", "-v", "ON_ERROR_STOP=1", url, *quietly, "-c", statement], check=True
    )
