import Testing

@testable import PythonFastAPIAdapter

/// The printer against the real formatter, on trees that nobody would write.
struct RandomPythonTests {
  private static func texts(_ seeds: Range<UInt64>) -> [String] {
    seeds.map { seed in
      var random = RandomPython(seed: seed)
      return random.file().printed().text
    }
  }

  @Test(arguments: [0..<1_000, 1_000..<2_000] as [Range<UInt64>])
  func `ruff leaves random trees as they are`(_ seeds: Range<UInt64>) async throws {
    let texts = Self.texts(seeds)
    let differences = try await Ruff.differences(in: texts)
    for (index, difference) in differences.sorted(by: { $0.key < $1.key }).prefix(3) {
      print("seed \(Int(seeds.lowerBound) + index):\n\(difference)")
    }
    // One in five hundred: see `docs/adr/0021-python-is-laid-out-as-a-document.md`.
    #expect(differences.count <= texts.count / 500)
    #expect(try await Ruff.syntaxErrors(in: texts).isEmpty)
  }

  @Test func `imports, quotes, commas and spaces of random trees please the linter`() async throws {
    let findings = try await Ruff.findings(
      in: Self.texts(0..<400), rules: ["I", "W", "Q", "COM", "E1", "E2", "E3"], ignoring: ["COM812"])
    let others = findings.mapValues { $0.split(separator: "\n").filter { !$0.contains("invalid-syntax") } }.filter {
      !$0.value.isEmpty
    }
    #expect(others.isEmpty, "\(others.values.first ?? [])")
  }

  @Test func `the same tree gives the same text`() {
    #expect(Self.texts(7..<20) == Self.texts(7..<20))
  }

  @Test func `nesting takes no exponential time`() {
    var call: PythonExpr = "x"
    var lambda: PythonExpr = "x"
    for _ in 0..<60 {
      call = PythonExpr("function").called([.positional(call), .keyword("other", "value")])
      lambda = PythonExpr("function").called([.positional(.lambda([PythonParameter("x")], lambda))])
    }
    let text = PythonFile([.assign("first", call), .assign("second", lambda)]).printed().text
    #expect(text.contains("lambda x: function("))
  }
}
