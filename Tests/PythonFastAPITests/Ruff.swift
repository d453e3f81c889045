import Foundation
import Subprocess

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

/// The real ruff, and Python's own parser, as a project of ours configures them.
enum Ruff {
  struct Missing: Error, CustomStringConvertible {
    var program: String
    var description: String {
      """
      \(program) is neither in the frameworks folder (scripts/frameworks/fetch.sh python) nor on PATH: the Python printer cannot \
      be tested without it
      """
    }
  }

  static let configuration = """
    line-length = 100
    target-version = "py311"
    [lint.isort]
    known-first-party = ["shop"]
    """

  /// Returns what `ruff format` would change in the texts, by the index of the text.
  static func differences(in texts: [String]) async throws -> [Int: String] {
    let result = try await judged(texts, ["format", "--diff", "--no-cache"])
    var differences: [Int: String] = [:]
    var current: Int?
    for line in result.output.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("--- ") { current = index(in: line) }
      if let current { differences[current, default: ""] += line + "\n" }
    }
    for line in result.error.split(separator: "\n") where line.hasPrefix("error") {
      differences[index(in: line) ?? -1, default: ""] += line
    }
    return differences
  }

  /// Returns what `ruff check` finds with the given rules, by the index of the text.
  static func findings(in texts: [String], rules: [String], ignoring ignored: [String] = []) async throws -> [Int: String] {
    var arguments = ["check", "--no-cache", "--output-format", "concise", "--select", rules.joined(separator: ",")]
    if !ignored.isEmpty { arguments += ["--ignore", ignored.joined(separator: ",")] }
    let result = try await judged(texts, arguments)
    var findings: [Int: String] = [:]
    for line in result.output.split(separator: "\n") {
      if let index = index(in: line) { findings[index, default: ""] += line + "\n" }
    }
    for line in result.error.split(separator: "\n") where line.hasPrefix("error") { findings[-1, default: ""] += line }
    return findings
  }

  /// Returns what Python's parser refuses, by the index of the text.
  static func syntaxErrors(in texts: [String]) async throws -> [Int: String] {
    try await inFolder(of: texts) { folder in
      let script = """
        import ast, pathlib, sys
        for path in pathlib.Path(sys.argv[1]).glob("*.py"):
            try:
                ast.parse(path.read_bytes())
            except (SyntaxError, ValueError) as error:
                print(f"/{path.name}: {error}")
        """
      let result = try await run(
        .path(FilePath(try program("python3"))), arguments: Arguments(["-I", "-c", script, folder.path]),
        output: .string(limit: 16 << 20), error: .string(limit: 1 << 20))
      var errors: [Int: String] = [:]
      if !result.standardError.isEmpty { errors[-1] = result.standardError }
      for line in result.standardOutput.split(separator: "\n") { errors[index(in: line) ?? -1, default: ""] += line + "\n" }
      return errors
    }
  }

  private static func judged(_ texts: [String], _ arguments: [String]) async throws -> (output: String, error: String) {
    try await inFolder(of: texts) { folder in
      let result = try await run(
        .path(FilePath(try program("ruff"))), arguments: Arguments(arguments + [folder.path]),
        output: .string(limit: 64 << 20), error: .string(limit: 16 << 20))
      return (result.standardOutput, result.standardError)
    }
  }

  /// Writes the texts as `sample<index>.py` into a folder with our configuration.
  private static func inFolder<Result>(of texts: [String], _ body: (URL) async throws -> Result) async throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "specforge-ruff-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try configuration.write(to: folder.appending(path: "ruff.toml"), atomically: false, encoding: .utf8)
    for (index, text) in texts.enumerated() {
      try text.write(to: folder.appending(path: "sample\(index).py"), atomically: false, encoding: .utf8)
    }
    return try await body(folder)
  }

  private static func index(in line: Substring) -> Int? {
    guard let range = line.range(of: "sample") else { return nil }
    return Int(line[range.upperBound...].prefix { $0.isNumber })
  }

  private static func program(_ name: String) throws -> String {
    let environment = ProcessInfo.processInfo.environment
    let frameworks = environment["SPECFORGE_FRAMEWORKS"] ?? "\(environment["HOME"] ?? "")/.cache/specforge/frameworks"
    let folders = ["\(frameworks)/python/bin"] + (environment["PATH"] ?? "").split(separator: ":").map(String.init)
    for folder in folders where FileManager.default.isExecutableFile(atPath: "\(folder)/\(name)") { return "\(folder)/\(name)" }
    throw Missing(program: name)
  }
}
