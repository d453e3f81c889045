import OpenAPIReader
import SpecDiagnostics
import SpecSource
import Testing

/// Reads a document in which emoji stand where findings are expected, and compares what was found with what is said of them.
///
/// An expectation is a code, or a code and a part of the message: `ref-unknown: Did you mean`. Notes are compared where one is
/// expected.
func check(
  _ marked: String, _ expected: KeyValuePairs<Character, String> = [:], files: [String: String] = [:],
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let (text, markers) = separate(marked)
  let reading = Reading(text, files: files)
  var rest = reading.diagnostics.sorted.map { Found($0, in: reading.sources) }
  for (marker, wanted) in expected {
    guard let offset = markers[marker] else {
      Issue.record("the marker \(marker) does not occur", sourceLocation: sourceLocation)
      continue
    }
    let parts = wanted.split(separator: ": ", maxSplits: 1).map(String.init)
    let index = rest.firstIndex { found in
      found.offset == offset && found.path == "api.yaml" && found.code == parts[0]
        && (parts.count < 2 || found.text.contains(parts[1]))
    }
    guard let index else {
      Issue.record("\(marker) \(wanted) was not found among:\n\(lines(rest))", sourceLocation: sourceLocation)
      continue
    }
    rest.remove(at: index)
  }
  rest.removeAll { $0.severity == .note }
  #expect(rest.isEmpty, "found besides:\n\(lines(rest))", sourceLocation: sourceLocation)
}

/// Checks a document of which only a part matters: the rest of a sound one is put around it.
func check(
  schema: String, _ expected: KeyValuePairs<Character, String> = [:], version: String = "3.1.0",
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let text = """
    openapi: \(version)
    info: {title: t, version: '1'}
    paths: {}
    components:
      schemas:
        S:
          \(schema.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n      "))
    """
  check(text, expected, sourceLocation: sourceLocation)
}

/// Checks a document by what stands below its version and title.
func check(
  version: String = "3.1.0", rest: String, _ expected: KeyValuePairs<Character, String> = [:], files: [String: String] = [:],
  sourceLocation: SourceLocation = #_sourceLocation
) {
  check("openapi: \(version)\ninfo: {title: t, version: '1'}\n\(rest)\n", expected, files: files, sourceLocation: sourceLocation)
}

private struct Found {
  let code: String
  let text: String
  let path: String
  let offset: Int
  let severity: Severity
  let line: String

  init(_ finding: Diagnostic, in sources: SourceMap) {
    code = finding.code.rawValue
    text = finding.message + " " + (finding.hint ?? "")
    severity = finding.severity
    path = finding.range.map { sources[$0.source].path } ?? ""
    offset = finding.range.map { Int($0.start) } ?? -1
    let start = finding.range.map { sources.start(of: $0) }
    line = "\(path):\(start?.line ?? 0):\(start?.column ?? 0) \(code): \(text)"
  }
}

private func lines(_ found: [Found]) -> String { found.map(\.line).joined(separator: "\n") }

/// Takes the markers out of a text; each stands for the byte that follows it.
private func separate(_ marked: String) -> (text: String, markers: [Character: Int]) {
  var text = ""
  var markers: [Character: Int] = [:]
  for character in marked {
    if character.unicodeScalars.contains("\u{20E3}") { markers[character] = text.utf8.count } else { text.append(character) }
  }
  return (text, markers)
}
