import SpecAdapters
import SpecIR

/// Writes `pyproject.toml`: the distributions that the code imports, and how it is built, checked and tested.
struct PythonManifest {
  let target: PythonTarget
  /// The distributions that derived files import.
  let distributions: Set<String>

  init(_ target: PythonTarget, distributions: Set<String>) {
    self.target = target
    self.distributions = distributions
  }

  /// What the skeleton itself imports, and `httptools`, by which uvicorn reads requests as sent.
  private static let skeleton: Set<String> = ["fastapi", "httptools", "pydantic", "pydantic-settings", "structlog", "uvicorn"]

  /// From the oldest versions that have all that the backend calls, to those that may take some of it away. Versions of structlog
  /// are years, and promise nothing.
  private static let requirements: [String: String] = [
    "aiosqlite": "aiosqlite>=0.20,<1", "asyncpg": "asyncpg>=0.30,<1", "fastapi": "fastapi>=0.130,<1", "httptools": "httptools>=0.6,<1",
    "pydantic": "pydantic>=2.12,<3", "pydantic-settings": "pydantic-settings>=2.7,<3", "sqlalchemy": "sqlalchemy[asyncio]>=2.1,<3",
    "structlog": "structlog>=25.1", "uvicorn": "uvicorn>=0.34,<1",
  ]

  /// What `pyproject.toml` asks for, sorted. Starlette is not named: it comes with FastAPI, which says which one.
  var dependencies: [String] {
    var needed = distributions.union(Self.skeleton).subtracting(["starlette", "pydantic-core", "httpx", "pytest"])
    if target.hasDatabase { needed.formUnion(["sqlalchemy", target.options.database == .sqlite ? "aiosqlite" : "asyncpg"]) }
    return needed.sorted().map { Self.requirements[$0] ?? $0 }
  }
}
