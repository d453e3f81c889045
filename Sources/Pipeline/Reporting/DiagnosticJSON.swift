package import SpecDiagnostics
package import SpecSource
package import SpecWriting

/// Writes findings for programs; positions as in the text, with byte offsets beside them.
package struct DiagnosticJSON {
  private let sources: SourceMap

  package init(sources: SourceMap) { self.sources = sources }

  package func write(_ diagnostics: Diagnostics) -> JSONValue {
    .array(diagnostics.sorted.map { write($0) })
  }

  private func write(_ diagnostic: Diagnostic) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("code", .string(diagnostic.code.rawValue)), .init("severity", .string(diagnostic.severity.rawValue)),
      .init("message", .string(diagnostic.message)),
    ]
    if let range = diagnostic.range { members += place(range) }
    if let hint = diagnostic.hint { members.append(.init("hint", .string(hint))) }
    if !diagnostic.related.isEmpty {
      members.append(
        .init(
          "related",
          .array(diagnostic.related.map { .object([.init("message", .string($0.message))] + place($0.range)) })))
    }
    return .object(members)
  }

  private func place(_ range: SourceRange) -> [JSONValue.Member] {
    let start = sources.start(of: range)
    let end = sources.end(of: range)
    func position(_ position: SourcePosition) -> JSONValue {
      [
        "line": .number(JSONNumber(position.line)), "column": .number(JSONNumber(position.column)),
        "offset": .number(JSONNumber(position.offset)),
      ]
    }
    return [
      .init("file", .string(sources[range.source].path)), .init("start", position(start)), .init("end", position(end)),
    ]
  }
}
