import Testing

extension EndToEnd {
  /// Text of a contract never becomes code, and no input leads out of its place.
  @Suite("Hostile inputs")
  struct Hostile {
    @Test("deep, wide and cyclic documents end in time, within a gigabyte", arguments: ["deep", "wide", "cycles", "numbers"])
    func shapes(kind: String) async throws {
      let work = try TemporaryFolder()
      let end = try await Shell.run(
        """
        python3 "$ROOT/Tests/EndToEndTests/Cases/shapes.py" \(kind) > openapi.json
        ulimit -v 1500000
        timeout 20 "$SPECFORGE" generate --input openapi.json --adapter rust-axum --out out > /dev/null
        """, in: work.path)
      #expect(end.status == 0 || end.status == 1, "\(end.status): \(end.errors.suffix(2000))")
    }
  }
}
