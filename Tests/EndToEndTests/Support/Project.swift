import Foundation
import Testing

/// A git repository with the inputs of an example, as a user has it.
struct Project {
  let folder: TemporaryFolder
  var path: String { "\(folder.path)/project" }

  /// Copies an example into a fresh repository and commits it.
  init(example: String) async throws { try await self.init(copyOf: "examples/\(example)") }

  /// Copies a folder of this repository into a fresh one and commits it.
  init(copyOf source: String) async throws {
    folder = try TemporaryFolder()
    try await Shell.succeed(
      """
      cp -R "$ROOT/\(source)" project && cd project && git init -q -b main
      git add --all && git commit -qm start
      """, in: folder.path)
  }

  /// Makes an empty repository, and files in it.
  init(files: [(name: String, text: String)]) async throws {
    folder = try TemporaryFolder()
    try await Shell.succeed("git init -q -b main project", in: folder.path)
    for file in files { try write(file.name, file.text) }
    try await Shell.succeed("git add --all && git commit -qm start", in: path)
  }

  func write(_ name: String, _ text: String) throws {
    let file = URL(filePath: "\(path)/\(name)")
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  @discardableResult
  func sh(_ script: String, at location: SourceLocation = #_sourceLocation) async throws -> String {
    try await Shell.succeed(script, in: path, at: location).output
  }

  /// Checks the review branch of a target out beside the project, as a reviewer does, and returns the target's folder there.
  func checkOut(_ target: String, path backend: String) async throws -> String {
    try await sh("git worktree add -q ../review-\(target) specforge/review/\(target)")
    return "\(folder.path)/review-\(target)/\(backend)"
  }
}
