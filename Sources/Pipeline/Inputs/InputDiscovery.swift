import Foundation

/// Finds what a new project most likely wants to generate from; for `specforge init`.
///
/// Paths are relative to the root, the ones nearest to it first.
package struct InputDiscovery {
  package private(set) var documents: [String] = []
  /// `.` stands for the root itself.
  package private(set) var migrationFolders: [String] = []

  /// Folders that hold what others made.
  private static let skipped: Set<String> = [
    "node_modules", "target", "vendor", "dist", "build", "venv", "__pycache__", "backends",
  ]
  private static let maxDepth = 4

  package static func search(_ root: String) -> Self {
    var found = Self()
    found.search(root, prefix: "", depth: 0)
    found.documents.sort(by: isNearer)
    found.migrationFolders.sort(by: isNearer)
    return found
  }

  private static func isNearer(_ one: String, _ other: String) -> Bool {
    let (depth, otherDepth) = (one.utf8.count { $0 == 0x2F }, other.utf8.count { $0 == 0x2F })
    return depth == otherDepth ? one.utf8.lexicographicallyPrecedes(other.utf8) : depth < otherDepth
  }

  private mutating func search(_ folder: String, prefix: String, depth: Int) {
    guard depth <= Self.maxDepth, let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return }
    var hasMigrations = false
    for name in names where !name.hasPrefix(".") && !Self.skipped.contains(name) {
      let path = "\(folder)/\(name)"
      let attributes = try? FileManager.default.attributesOfItem(atPath: path)
      switch attributes?[.type] as? FileAttributeType {
      case .typeDirectory: search(path, prefix: "\(prefix)\(name)/", depth: depth + 1)
      case .typeRegular where Self.isMigration(name): hasMigrations = true
      case .typeRegular where Self.isOpenAPI(name, at: path): documents.append(prefix + name)
      default: continue
      }
    }
    if hasMigrations { migrationFolders.append(prefix.isEmpty ? "." : String(prefix.dropLast())) }
  }

  /// Whether a file is named as tools name migrations: by a number, or by Flyway's `V` and a number.
  private static func isMigration(_ name: String) -> Bool { name.wholeMatch(of: /V?[0-9].*\.sql/) != nil }

  /// Whether the first kilobytes name the format and a version of it; the document itself is read later, with findings.
  private static func isOpenAPI(_ name: String, at path: String) -> Bool {
    let isJSON = name.hasSuffix(".json")
    guard isJSON || name.hasSuffix(".yaml") || name.hasSuffix(".yml") else { return false }
    guard let handle = FileHandle(forReadingAtPath: path) else { return false }
    defer { try? handle.close() }
    guard let head = try? handle.read(upToCount: 4096) else { return false }
    let text = String(decoding: head, as: UTF8.self)
    // In YAML a key of the document stands at the start of its line; deeper ones are of other formats, such as specforge.yaml.
    return isJSON
      ? text.contains(/"openapi"\s*:\s*"[0-9]/)
      : text.contains(/^\u{FEFF}?(?:\{\s*)?["']?openapi["']?\s*:\s*["']?[0-9]/.anchorsMatchLineEndings())
  }
}
