package import SpecAdapters
import SpecWriting

/// The commented configuration that `specforge init` writes.
package enum ConfigurationTemplate {
  /// - Parameter adapters: every stack there is: a backend of each is proposed.
  package static func text(project: String, found: InputDiscovery, adapters: [AnyAdapter]) -> String {
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

      # One backend each, written as a commit on specforge/review/<name>. Keep the ones that you want.
      targets:
      \(targets(adapters).joined(separator: "\n"))

      # What builds, checks and runs all of them, at the root: compose.yaml, Makefile, a CI workflow and BACKENDS.md.
      # It is a review of its own, specforge/review/workspace. Remove it where the root is yours alone.
      workspace:
        port: 3001                # of the first backend on a developer's machine; the others follow

      # The branch that reviews are merged with; by default the one that is checked out.
      # base: main

      """
  }

  private static func targets(_ adapters: [AnyAdapter]) -> [String] {
    let words = adapters.map { String($0.id.description.prefix { $0 != "-" }) }
    return zip(adapters, words).map { adapter, word in
      // A second stack of a language needs more than the language for a name.
      let name = words.count { $0 == word } == 1 ? word : adapter.id.description
      return """
          # \(adapter.summary)
          api-\(name):
            adapter: \(adapter.id)
            path: backends/\(name)
            database: sqlite        # or postgres
        """
    }
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
