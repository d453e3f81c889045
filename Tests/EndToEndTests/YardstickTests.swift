import Testing

extension EndToEnd {
  /// The backends that were written by hand pass what generated ones must pass: else the measure itself is wrong.
  @Suite("Yardsticks")
  struct Yardsticks {
    @Test("format, lints, tests, containers and contract, on both databases")
    func check() async throws {
      let folder = try TemporaryFolder()
      try await Shell.succeed(#"PGPORT=24931 "$ROOT/Tests/Yardsticks/check.sh" "$PWD/work""#, in: folder.path)
    }
  }
}
