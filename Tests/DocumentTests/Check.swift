import SpecDiagnostics
import SpecDocuments
import SpecSource
import Testing

/// A text whose places are marked by keycap emojis such as 1️⃣, which are no part of it.
struct MarkedText {
  private(set) var bytes: [UInt8] = []
  /// The byte offset of each marker.
  private(set) var offsets: [Character: Int] = [:]

  init(_ text: String) {
    for character in text {
      if character.unicodeScalars.last == "\u{20E3}" {
        offsets[character] = bytes.count
      } else {
        bytes += Array(character.utf8)
      }
    }
  }
}

/// A document that was read, with what was found on the way.
struct ReadResult {
  let document: Document?
  let diagnostics: [Diagnostic]
  let sources: SourceMap
}

func read(_ bytes: [UInt8], as path: String) -> ReadResult {
  var sources = SourceMap()
  var diagnostics = Diagnostics()
  let id = sources.add(path: path, bytes: bytes)
  let document = DocumentReader.read(id, in: sources, into: &diagnostics)
  return ReadResult(document: document, diagnostics: diagnostics.sorted, sources: sources)
}

func read(_ text: String, as path: String) -> ReadResult { read(Array(text.utf8), as: path) }

/// The root of a text that has nothing wrong.
func sound(_ text: String, as path: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> Node {
  let result = read(text, as: path)
  #expect(result.diagnostics.isEmpty, sourceLocation: sourceLocation)
  return try #require(result.document, sourceLocation: sourceLocation).root
}

/// Reads a marked text and expects these findings, at the markers' places, and no others.
/// - Parameter related: the marker of the first further place of the first finding.
@discardableResult
func check(
  _ text: String, as path: String, _ expected: KeyValuePairs<Character, DiagnosticCode>, related: Character? = nil,
  sourceLocation: SourceLocation = #_sourceLocation
) -> ReadResult {
  let marked = MarkedText(text)
  let result = read(marked.bytes, as: path)
  let found = result.diagnostics.map { "\($0.range.map { Int($0.start) } ?? -1): \($0.code.rawValue)" }
  let wanted = expected.map { "\(marked.offsets[$0.key] ?? -2): \($0.value.rawValue)" }
  #expect(found == wanted, sourceLocation: sourceLocation)
  if let related {
    let place = result.diagnostics.first?.related.first.map { Int($0.range.start) }
    #expect(place == marked.offsets[related], sourceLocation: sourceLocation)
  }
  return result
}
