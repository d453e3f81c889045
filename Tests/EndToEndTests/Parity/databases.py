"""Empties a backend's tables, and starts their counters anew."""

import sqlite3
import subprocess

# Where backends keep which migrations ran.
MIGRATIONS = ("_sqlx_migrations", "schema_migrations", "alembic_version")


def database(text):
    if text == "none":
        return NoDatabase()
    return SQLite(text[len("sqlite:"):]) if text.startswith("sqlite:") else Postgres(text)


class NoDatabase:
    def empty(self):
        pass


class SQLite:
    def __init__(self, path):
        self.connection = sqlite3.connect(path, timeout=30, isolation_level=None, check_same_thread=False)
        names = self.connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        self.tables = [name for (name,) in names if name not in MIGRATIONS and name != "sqlite_stat1"]

    def empty(self):
        run = self.connection.execute
        run("BEGIN IMMEDIATE")
        run("PRAGMA defer_foreign_keys = ON")
        for table in self.tables:
            run('DELETE FROM "%s"' % table.replace('"', '""'))
        run("COMMIT")


class Postgres:
    """One psql, told what to do line by line."""

    def __init__(self, url):
        command = ["psql", "-qAtX", "-v", "ON_ERROR_STOP=1", url]
        self.psql = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        listed = ", ".join(f"'{name}'" for name in MIGRATIONS)
        tables = self.ask(
            "SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) FROM pg_tables "
            f"WHERE schemaname NOT IN ('pg_catalog', 'information_schema') AND tablename NOT IN ({listed});"
        )
        self.truncate = f"TRUNCATE {', '.join(tables)} RESTART IDENTITY CASCADE;" if tables else "SELECT 1;"

    def empty(self):
        self.ask(self.truncate)

    def ask(self, statement):
        self.psql.stdin.write(statement + "\n\\echo <end>\n")
        self.psql.stdin.flush()
        lines = []
        for line in self.psql.stdout:
            if line == "<end>\n":
                return lines
            lines.append(line.rstrip("\n"))
        raise SystemExit(f"psql ended at: {statement}")
