import Foundation
import Subprocess
import Testing

/// A PostgreSQL server of this test run alone, listening on a socket in its own folder.
struct PostgresServer: Sendable {
  let folder: String
  let binaries: String

  @TaskLocal static var current: PostgresServer?

  /// Runs SQL in a database; `-1` makes one transaction of it.
  func run(_ text: String, database: String, inTransaction: Bool) async throws -> Output {
    var arguments = [
      "-h", folder, "-U", "witness", "-d", database, "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-v", "VERBOSITY=verbose",
    ]
    if inTransaction { arguments.append("-1") }
    return try await Output.of("env", [binaries + "/psql"] + arguments + ["-f", "-"], input: text)
  }

  func createDatabase(_ name: String) async throws {
    let made = try await run("CREATE DATABASE \(name)", database: "postgres", inTransaction: false)
    try #require(made.status == 0, "\(made.errors)")
  }
}

/// What a program wrote, and how it ended.
struct Output: Sendable {
  let status: Int32
  let text: String
  let errors: String

  static func of(_ program: String, _ arguments: [String], input: String = "") async throws -> Output {
    let result = try await Subprocess.run(
      .name(program), arguments: Arguments(arguments), input: .string(input), output: .string(limit: 8_000_000),
      error: .string(limit: 1_000_000))
    return Output(
      status: result.terminationStatus.isSuccess ? 0 : 1, text: result.standardOutput, errors: result.standardError)
  }
}

/// Starts a server before a suite and stops it afterwards; the suite fails where PostgreSQL is not installed.
struct WithPostgres: SuiteTrait, TestScoping {
  var isRecursive: Bool { false }

  func provideScope(for test: Test, testCase: Test.Case?, performing run: @Sendable () async throws -> Void) async throws {
    let server = try await Self.start()
    do {
      try await PostgresServer.$current.withValue(server) { try await run() }
    } catch {
      try await Self.stop(server)
      throw error
    }
    try await Self.stop(server)
  }

  private static func start() async throws -> PostgresServer {
    let found = try #require(binaries(), "PostgreSQL is not installed: no /usr/lib/postgresql/*/bin")
    let folder = "/tmp/specforge-pg-\(UInt32.random(in: 0 ... .max))"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    if getuid() == 0 { _ = try await Output.of("chown", ["postgres:", folder]) }
    let server = PostgresServer(folder: folder, binaries: found)
    let made = try await asOwner(
      found + "/initdb", ["-D", folder + "/data", "-U", "witness", "-A", "trust", "-E", "UTF8", "--no-locale", "-N"])
    try #require(made.status == 0, "initdb: \(made.errors)")
    let settings = "-c listen_addresses='' -c unix_socket_directories=\(folder) -c fsync=off -c synchronous_commit=off"
    let started = try await asOwner(
      found + "/pg_ctl", ["-D", folder + "/data", "-w", "-t", "60", "-l", folder + "/log", "-o", settings, "start"])
    try #require(started.status == 0, "pg_ctl: \(started.errors)")
    return server
  }

  private static func stop(_ server: PostgresServer) async throws {
    _ = try await asOwner(server.binaries + "/pg_ctl", ["-D", server.folder + "/data", "-m", "immediate", "-w", "stop"])
    try FileManager.default.removeItem(atPath: server.folder)
  }

  /// PostgreSQL refuses to run as root.
  private static func asOwner(_ program: String, _ arguments: [String]) async throws -> Output {
    guard getuid() == 0 else { return try await Output.of("env", [program] + arguments) }
    return try await Output.of("runuser", ["-u", "postgres", "--", program] + arguments)
  }

  private static func binaries() -> String? {
    let root = "/usr/lib/postgresql"
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
    return versions.sorted { (Int($0) ?? 0) > (Int($1) ?? 0) }.map { "\(root)/\($0)/bin" }.first {
      FileManager.default.isExecutableFile(atPath: $0 + "/initdb")
    }
  }
}
