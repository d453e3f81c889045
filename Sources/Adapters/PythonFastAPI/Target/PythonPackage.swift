import SpecNaming

/// The name of the package in both spellings.
struct PythonPackage: Hashable, Sendable {
  /// As in `pyproject.toml`: `users-api` (PEP 503).
  let distribution: String
  /// As in code: `users_api`.
  let module: String

  /// Top-level modules that the backend imports, or that stand beside the package: one of the same name would hide them.
  private static let refused: Set<String> = [
    "aiosqlite", "anyio", "asyncpg", "fastapi", "httpx", "migrations", "pydantic", "pydantic_core", "pydantic_settings", "pytest",
    "re2", "sqlalchemy", "starlette", "structlog", "test", "tests", "uvicorn",
    // The standard library's, of which any may be imported by what we import.
    "abc", "argparse", "array", "ast", "asyncio", "base64", "bisect", "calendar", "cmd", "code", "codecs", "collections", "concurrent",
    "contextlib", "copy", "csv", "dataclasses", "datetime", "decimal", "difflib", "email", "enum", "errno", "fractions", "functools",
    "glob", "graphlib", "gzip", "hashlib", "heapq", "hmac", "html", "http", "importlib", "inspect", "io", "ipaddress", "itertools",
    "json", "keyword", "locale", "logging", "mailbox", "math", "mimetypes", "multiprocessing", "numbers", "operator", "os", "pathlib",
    "pickle", "platform", "profile", "queue", "random", "re", "sched", "secrets", "select", "selectors", "shelve", "shutil", "signal",
    "site", "socket", "sqlite3", "ssl", "stat", "statistics", "string", "struct", "subprocess", "symtable", "sys", "tempfile",
    "textwrap", "threading", "time", "timeit", "token", "tokenize", "trace", "traceback", "types", "typing", "unicodedata",
    "unittest", "urllib", "uuid", "warnings", "weakref", "xml", "zipfile", "zoneinfo",
  ]

  init(_ name: String) {
    let words = Words(name)
    let wished = words.identifier(.snake, fallback: "app")
    let isTaken = Self.refused.contains(wished) || PythonNames.reserved.contains(wished)
    let chosen = isTaken ? words + "app" : words
    module = chosen.identifier(.snake, fallback: "app")
    distribution = chosen.identifier(.kebab, fallback: "app")
  }
}
