import Foundation
import Testing

extension EndToEnd {
  /// Each folder of `Cases/bad` holds inputs with mistakes, and in `expected.txt` what is said about them, word for word.
  @Suite("Bad inputs")
  struct BadInputs {
    private static let folder = "\(Shell.root)/Tests/EndToEndTests/Cases/bad"
    static let cases = (try? FileManager.default.contentsOfDirectory(atPath: folder).sorted()) ?? []

    @Test("findings are told at their places, all in one run", arguments: cases)
    func findings(name: String) async throws {
      let work = try TemporaryFolder()
      let finished = try await Shell.run(
        """
        cp -R '\(Self.folder)/\(name)/.' . && rm -f expected.txt
        if [ -e specforge.yaml ]; then specforge check --inputs-only
        elif [ -e migrations ]; then specforge check --inputs-only --input openapi.yaml --migrations migrations
        else specforge check --inputs-only --input openapi.yaml; fi
        """, in: work.path)
      // The folder of this run is nobody's business.
      let told = "\(finished.errors.replacing(work.path, with: "<root>"))exit \(finished.status)\n"
      let golden = URL(filePath: "\(Self.folder)/\(name)/expected.txt")
      if ProcessInfo.processInfo.environment["SPECFORGE_RECORD"] == "1" {
        try Data(told.utf8).write(to: golden)
        Issue.record("recorded \(golden.path); review it and run again")
        return
      }
      #expect(told == (try String(contentsOf: golden, encoding: .utf8)))
      // The same findings for programs: one object on stdout, with as many findings.
      let json = try await Shell.run(
        """
        cp -R '\(Self.folder)/\(name)/.' . && if [ -e specforge.yaml ]; then input=; else input='--input openapi.yaml'; fi
        if [ -e migrations ]; then input="$input --migrations migrations"; fi
        specforge check --inputs-only $input --format json | python3 -c '
        import json, sys
        result = json.load(sys.stdin)
        assert result["schema"] == 1 and result["ok"] is False, result
        print(len(result["diagnostics"]))'
        """, in: work.path)
      let count = Int(json.output.trimmingCharacters(in: .whitespacesAndNewlines)) ?? -1
      #expect(count == told.components(separatedBy: .newlines).count { $0.contains("error[") || $0.contains("warning[") || $0.contains("note[") })
    }

    @Test("there are cases")
    func isNotEmpty() { #expect(Self.cases.count >= 9) }

    @Test(
      "calls that make no sense end with 64",
      arguments: [
        "generate --nonsense", "generate --input openapi.yaml", "generate --input a --adapter rust-actix",
        "generate --migrations db", "check --input openapi.yaml", "generate --adapter rust-axum", "dump --stage core --format xml",
        "check -C nowhere", "generate --out x --base main", "frobnicate",
      ])
    func usage(arguments: String) async throws {
      let work = try TemporaryFolder()
      #expect(try await Shell.run("specforge \(arguments)", in: work.path).status == 64)
    }
  }
}
