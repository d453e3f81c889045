import SpecWriting

/// The commented configuration that `specforge init` writes.
package enum ConfigurationTemplate {
  package static func text(project: String, found: InputDiscovery) -> String {
    let document = found.documents.first ?? "openapi.yaml"
    let migrations = found.migrationFolders.first.map { $0.isEmpty ? "." : String($0.dropLast()) }
    let migrationsLine =
      migrations.map { "  migrations: \(quoted($0))" } ?? "  # migrations: migrations   # a folder of SQL files, in order"
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

  /// A path as a YAML scalar: plain where that is safe.
  private static func quoted(_ path: String) -> String {
    let isPlain = path.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) || "/._-".utf8.contains($0)
    }
    guard !isPlain || path.hasPrefix("-") else { return path }
    var text = ""
    JSONWriter.quote(path, into: &text)
    return text
  }
}
