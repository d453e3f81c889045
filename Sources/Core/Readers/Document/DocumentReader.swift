package import SpecDiagnostics
package import SpecSource

/// Reads YAML and JSON files into ``Document``s.
///
/// Nothing in a file throws or traps: what is wrong is reported. Nothing is returned where a file could not be read to its end; a
/// document may come with errors that leave its structure whole, so that later stages find theirs in the same run.
package enum DocumentReader {
  /// Reads a file by its extension: `.json`, `.yaml` or `.yml`. Another file is JSON if it begins with `{` or `[`, else YAML.
  package static func read(_ id: SourceID, in sources: SourceMap, into diagnostics: inout Diagnostics) -> Document? {
    let file = sources[id]
    return isJSON(file) ? readJSON(id, in: sources, into: &diagnostics) : readYAML(id, in: sources, into: &diagnostics)
  }

  /// Reads the first document of a YAML stream (1.2 with the core schema and merge keys).
  package static func readYAML(_ id: SourceID, in sources: SourceMap, into diagnostics: inout Diagnostics) -> Document? {
    let bytes = sources[id].bytes
    guard let text = SourceText.check(bytes, of: id, into: &diagnostics) else { return nil }
    return YAMLReader.read(id, bytes, text, into: &diagnostics)
  }

  /// Reads a JSON text (RFC 8259).
  package static func readJSON(_ id: SourceID, in sources: SourceMap, into diagnostics: inout Diagnostics) -> Document? {
    let bytes = sources[id].bytes
    guard let text = SourceText.check(bytes, of: id, into: &diagnostics) else { return nil }
    return JSONReader.read(id, bytes, text, into: &diagnostics)
  }

  private static func isJSON(_ file: SourceFile) -> Bool {
    let name = file.path.lowercased()
    if name.hasSuffix(".json") { return true }
    if name.hasSuffix(".yaml") || name.hasSuffix(".yml") { return false }
    let content = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? file.bytes.dropFirst(3) : file.bytes[...]
    let first = content.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
  }
}
