import OpenAPIReader
import SpecDiagnostics
import SpecSource

/// Files of a test by path; references among them are found, and nothing else is.
struct Files: SourceLoader {
  var texts: [String: String]

  func load(_ reference: String, from referrer: String) -> Result<LoadedSource, SourceLoadFailure> {
    var parts = referrer.split(separator: "/").dropLast().map(String.init)
    for part in reference.split(separator: "/") {
      switch part {
      case ".": continue
      case "..":
        if parts.popLast() == nil { return .failure(.outsideRoot) }
      default: parts.append(String(part))
      }
    }
    let path = parts.joined(separator: "/")
    guard let text = texts[path] else { return .failure(.missing) }
    return .success(LoadedSource(path: path, bytes: Array(text.utf8)))
  }
}

/// What reading a document gave.
struct Reading {
  let document: OpenAPIDocument?
  let sources: SourceMap
  let diagnostics: Diagnostics

  init(_ text: String, path: String = "api.yaml", files: [String: String] = [:]) {
    var sources = SourceMap()
    var diagnostics = Diagnostics()
    let id = sources.add(path: path, bytes: Array(text.utf8))
    let loader = Files(texts: files.merging([path: text]) { mine, _ in mine })
    document = OpenAPIReader.read(id, sources: &sources, loader: loader, into: &diagnostics)
    self.sources = sources
    self.diagnostics = diagnostics
  }

  /// The findings as they would be printed, notes left out unless asked for.
  func lines(notes: Bool = false) -> [String] {
    diagnostics.sorted.filter { notes || $0.severity != .note }.map { finding in
      let place = finding.range.map { range in
        let start = sources.start(of: range)
        return "\(sources[range.source].path):\(start.line):\(start.column): "
      }
      return "\(place ?? "")\(finding.severity.rawValue)[\(finding.code.rawValue)]: \(finding.message)"
    }
  }
}
