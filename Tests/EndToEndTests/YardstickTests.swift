import Testing

extension EndToEnd {
  /// The backends that were written by hand pass what generated ones must pass: else the measure itself is wrong.
  @Suite("Yardsticks")
  struct Yardsticks {
    @Test("format, lints, tests, containers and contract, on both databases", arguments: ["check.sh", "check-fastapi.sh"])
    func check(script: String) async throws {
      let folder = try TemporaryFolder()
      let port = script == "check.sh" ? 54931 : 54932
      try await Shell.succeed(#"PGPORT=\#(port) "$ROOT/Tests/Yardsticks/\#(script)" "$PWD/work""#, in: folder.path)
    }
  }
}
