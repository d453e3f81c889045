import SpecWriting

/// The commented configuration that `specforge init` writes.
package enum ConfigurationTemplate {
  package static func text(project: String, found: InputDiscovery) -> String {
    let document = found.documents.first ?? "openapi.yaml"
    let none = "  # migrations: migrations   # a folder of SQL files, in order"
    let migrationsLine = found.migrationFolders.first.map { "  migrations: \(quoted($0))" } ?? none
    return """
      # What SpecForge generates, and from what. `specforge generate` reads this file.
      # Its JSON Schema is docs/specforge.schema.json in SpecForge's repository.

      # The name of the project: crates and packages are called after it.
      project: \(project)

      # Paths are relative to this file. References between inputs are followed within this folder, never over a network.
      inputs:
        openapi: \(quoted(document))
      \(migrationsLine)

      # One backend each, written as a commit on specforge/review/<name>.
      targets:
        api-rust:
          adapter: rust-axum
          path: backends/rust
          database: sqlite        # or postgres

      # The branch that reviews are merged with; by default the one that is checked out.
      # base: main

      """
  }

  /// A path as a YAML scalar: plain where it cannot be read as anything but that text.
  private static func quoted(_ path: String) -> String {
    func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
    let isPlain = path.utf8.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) || "/._-".utf8.contains($0) }
    let isWord = path.utf8.first.map(isLetter) == true && !["null", "true", "false"].contains(path.lowercased())
    guard !isPlain || !isWord else { return path }
    var text = ""
    JSONWriter.quote(path, into: &text)
    return text
  }
}
