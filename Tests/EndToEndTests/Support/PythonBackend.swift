import Testing

/// A generated backend in Python on the disk.
struct PythonBackend {
  let path: String
  /// The name of its package.
  let module: String

  /// Holds the real tools against it: ruff's formatter and linter, mypy, its own tests.
  ///
  /// - Parameter database: the URL that its tests use, where they need a server.
  func passes(database: String? = nil, at location: SourceLocation = #_sourceLocation) async throws {
    try await isClean(at: location)
    try await tests(database: database, at: location)
  }

  /// Holds ruff's formatter and linter and mypy against it.
  func isClean(at location: SourceLocation = #_sourceLocation) async throws {
    for command in ["ruff format --check", "ruff check", "mypy"] { try await run(command, at: location) }
  }

  /// Runs its tests, or those of one file.
  func tests(_ file: String = "", database: String? = nil, at location: SourceLocation = #_sourceLocation) async throws {
    let url = database.map { "TEST_DATABASE_URL='\($0)' " } ?? ""
    try await run("pytest -q -p no:cacheprovider \(file)", environment: url, at: location)
  }

  /// Returns a program that starts it.
  func program(at location: SourceLocation = #_sourceLocation) async throws -> String {
    let script = #"""
      printf '#!/bin/sh\ncd "%s" && PYTHONDONTWRITEBYTECODE=1 exec "%s" -m \#(module)\n' "$PWD" "$SPECFORGE_PYTHON" > ../program-\#(module)
      chmod +x ../program-\#(module)
      """#
    try await Shell.succeed(script, in: path, frameworks: true, at: location)
    return path.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" } + "/program-\(module)"
  }

  private func run(_ command: String, environment: String = "", at location: SourceLocation) async throws {
    let settings = "PYTHONDONTWRITEBYTECODE=1 RUFF_NO_CACHE=true MYPY_CACHE_DIR=/dev/null"
    try await Shell.succeed(
      #"\#(environment)\#(settings) "$SPECFORGE_PYTHON" -m \#(command)"#, in: path, frameworks: true, at: location)
  }
}
