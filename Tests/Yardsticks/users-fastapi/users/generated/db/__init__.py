"""The database: tables, rows, the queries that the operations need, and what can refuse them."""

from .database import Database
from .driver import DEFAULT_URL, connect

__all__ = ["DEFAULT_URL", "Database", "connect"]
