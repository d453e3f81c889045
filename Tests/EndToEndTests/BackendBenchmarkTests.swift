import Foundation
import Testing

extension EndToEnd {
  /// `make bench-backends` works: it generates, starts and loads both backends of a stack. How fast they are is no test's business.
  @Suite("The benchmark of backends")
  struct BackendBenchmark {
    @Test("measures both backends on both databases")
    func quick() async throws {
      let folder = try TemporaryFolder()
      try await withPostgres(in: folder.path) { url in
        let told = try await Shell.succeed(
          """
          PYTHONDONTWRITEBYTECODE=1 PYTHONPATH="$ROOT/benchmarks/backends" python3 -m runner --quick --stacks fastapi \
            --specforge "$SPECFORGE" --postgres '\(url)' --work work
          """, in: folder.path, frameworks: true)
        for database in ["sqlite", "postgres"] {
          for call in ["read", "list", "create"] { #expect(told.output.contains("| fastapi, \(database) | \(call) |")) }
        }
      }
      let results = try Data(contentsOf: URL(filePath: "\(folder.path)/work/results.json"))
      let backends = try JSONDecoder().decode([Measured].self, from: results)
      #expect(backends.map(\.kind) == ["generated", "handwritten", "generated", "handwritten"])
      for backend in backends {
        #expect(backend.samples.values.allSatisfy { $0.allSatisfy { $0.requests > 0 } })
        #expect(backend.samples.keys.sorted() == ["create", "list", "read"])
      }
    }

    /// What the test looks at of a backend's results.
    private struct Measured: Decodable {
      struct Sample: Decodable { let requests: Int }
      let kind: String
      let samples: [String: [Sample]]
    }
  }
}
