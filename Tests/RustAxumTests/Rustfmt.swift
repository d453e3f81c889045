import Foundation
import Subprocess
import Testing

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

/// The real rustfmt, as `cargo fmt` would run it for a crate of edition 2024.
enum Rustfmt {
  struct Missing: Error, CustomStringConvertible {
    var description: String { "rustfmt is not on PATH or in ~/.cargo/bin: the Rust printer cannot be tested without it" }
  }

  /// Returns what rustfmt would change in the texts, by the index of the text.
  static func differences(in texts: [String]) async throws -> [Int: String] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "specforge-rustfmt-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var paths: [String] = []
    for (index, text) in texts.enumerated() {
      let file = folder.appending(path: "sample\(index).rs")
      try text.write(to: file, atomically: false, encoding: .utf8)
      paths.append(file.path)
    }
    let result = try await run(
      .path(FilePath(try program())),
      arguments: Arguments(["--check", "--edition", "2024", "--config", "style_edition=2024", "--color", "never"] + paths),
      output: .string(limit: 64 << 20), error: .string(limit: 16 << 20))
    var differences: [Int: String] = [:]
    var current: Int?
    for line in result.standardOutput.split(separator: "\n", omittingEmptySubsequences: false) {
      if let range = line.range(of: "/sample"), line.hasPrefix("Diff in") {
        current = Int(line[range.upperBound...].prefix { $0.isNumber })
      }
      if let current { differences[current, default: ""] += line + "\n" }
    }
    // Text that does not parse is reported on standard error only, one paragraph for each error.
    for paragraph in result.standardError.components(separatedBy: "\nerror") {
      guard let range = paragraph.range(of: "/sample") else {
        if !paragraph.allSatisfy(\.isWhitespace) { differences[-1, default: ""] += paragraph }
        continue
      }
      differences[Int(paragraph[range.upperBound...].prefix { $0.isNumber }) ?? -1, default: ""] += "error" + paragraph
    }
    return differences
  }

  private static func program() throws -> String {
    let environment = ProcessInfo.processInfo.environment
    let folders = (environment["PATH"] ?? "").split(separator: ":").map(String.init) + ["\(environment["HOME"] ?? "")/.cargo/bin"]
    for folder in folders where FileManager.default.isExecutableFile(atPath: folder + "/rustfmt") { return folder + "/rustfmt" }
    throw Missing()
  }
}
