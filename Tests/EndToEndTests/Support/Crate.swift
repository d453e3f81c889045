import Testing

/// A generated crate on the disk.
struct Crate {
  let path: String

  /// Holds the real tools against it: rustfmt, clippy, its own tests.
  ///
  /// - Parameter database: the URL that its tests use, where they need a server.
  func passes(database: String? = nil, at location: SourceLocation = #_sourceLocation) async throws {
    try await isClean(at: location)
    let tests = database.map { "TEST_DATABASE_URL='\($0)' cargo test -q" } ?? "cargo test -q"
    try await Shell.succeed(tests, in: path, frameworks: true, at: location)
  }

  /// Holds rustfmt and clippy against it.
  func isClean(at location: SourceLocation = #_sourceLocation) async throws {
    for command in ["cargo fmt --check", "cargo clippy -q --all-targets -- -D warnings"] {
      try await Shell.succeed(command, in: path, frameworks: true, at: location)
    }
  }

  /// Builds the program and returns a copy of it: crates of one name share their place in the target folder.
  func program(at location: SourceLocation = #_sourceLocation) async throws -> String {
    let script = #"""
      touch src/main.rs
      built=$(cargo build -q --message-format=json | grep -o '"executable":"[^"]*"' | cut -d'"' -f4 | tail -1)
      cp "$built" ../program-"$(basename "$PWD")"
      """#
    try await Shell.succeed(script, in: path, frameworks: true, at: location)
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    return path.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" } + "/program-\(name)"
  }
}
