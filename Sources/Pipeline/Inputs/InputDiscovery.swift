import Foundation

/// Finds what a new project most likely wants to generate from; for `specforge init`.
package struct InputDiscovery {
  /// Paths relative to the root.
  package var documents: [String] = []
  package var migrationFolders: [String] = []

  /// Folders that hold what others made.
  private static let skipped: Set<String> = [
    "node_modules", "target", "vendor", "dist", "build", "venv", "__pycache__", "backends",
  ]
  private static let maxDepth = 4

  package static func search(_ root: String) -> Self {
    var found = Self()
    found.search(root, prefix: "", depth: 0)
    return found
  }

  private mutating func search(_ folder: String, prefix: String, depth: Int) {
    guard depth <= Self.maxDepth, let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return }
    var hasMigrations = false
    for name in names.sorted() where !name.hasPrefix(".") && !Self.skipped.contains(name) {
      let path = "\(folder)/\(name)"
      let attributes = try? FileManager.default.attributesOfItem(atPath: path)
      switch attributes?[.type] as? FileAttributeType {
      case .typeDirectory: search(path, prefix: "\(prefix)\(name)/", depth: depth + 1)
      case .typeRegular where name.hasSuffix(".sql"): hasMigrations = hasMigrations || name.first?.isNumber == true || name.hasPrefix("V")
      case .typeRegular where Self.mayBeDocument(name) && Self.isOpenAPI(path): documents.append(prefix + name)
      default: continue
      }
    }
    if hasMigrations { migrationFolders.append(prefix) }
  }

  private static func mayBeDocument(_ name: String) -> Bool {
    [".yaml", ".yml", ".json"].contains { name.hasSuffix($0) }
  }

  /// Whether the first kilobytes name the format; the document itself is read later, with findings.
  private static func isOpenAPI(_ path: String) -> Bool {
    guard let handle = FileHandle(forReadingAtPath: path) else { return false }
    defer { try? handle.close() }
    guard let head = try? handle.read(upToCount: 4096) else { return false }
    let text = String(decoding: head, as: UTF8.self)
    return text.split(whereSeparator: \.isNewline).contains { line in
      let line = line.drop { $0 == " " || $0 == "{" }
      return line.hasPrefix("openapi:") || line.hasPrefix("\"openapi\"")
    }
  }
}
