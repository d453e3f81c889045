internal import SpecDiagnostics
internal import SpecDocuments

extension Reader {
  /// Reports a pointer that leads nowhere, with what was probably meant.
  mutating func reportUnknown(_ text: String, _ pointer: JSONPointer, in document: Document, at value: Node) {
    let hint = findings.tells(.refUnknown) ? hint(for: text, pointer, in: document) : nil
    findings.report(.refUnknown, "“\(text)” leads nowhere", at: value.range, hint: hint)
  }

  private func hint(for text: String, _ pointer: JSONPointer, in document: Document) -> String {
    let (node, depth) = document.root.nearest(pointer)
    let file = text.prefix { $0 != "#" }
    if node["$ref"] != nil {
      let way = JSONPointer(Array(pointer.tokens.prefix(depth)))
      return "“#\(way)” is a reference itself: refer to its target."
    }
    if let section = section(with: pointer.tokens.last ?? "", in: document) {
      return "Did you mean “\(file)#\(section)”?"
    }
    let token = pointer.tokens[depth]
    let names = node.entries.compactMap(\.key.text)
    if let nearest = Suggestion.nearest(to: token, in: names) {
      var mended = pointer
      mended.tokens[depth] = nearest
      return "Did you mean “\(file)#\(mended)”?"
    }
    return "There is no “\(token)” in “#\(JSONPointer(Array(pointer.tokens.prefix(depth))))”."
  }

  /// The component of a name, for references of the kind `#/definitions/Pet`.
  private func section(with name: String, in document: Document) -> JSONPointer? {
    let pointers = OpenAPI.ReferenceKind.allCases.map { JSONPointer(["components", $0.rawValue, name]) }
    return pointers.first { document.root.resolve($0) != nil }
  }

  /// The entry of a section that was probably meant.
  func suggestion(for name: String, in section: Node?) -> String? {
    Suggestion.nearest(to: name, in: entries(section).compactMap(\.key.text)).map { "Did you mean “\($0)”?" }
  }

  /// What stands beside a reference is ignored in 3.0; 3.1 knows two texts, and all keywords where a schema is expected.
  mutating func checkSiblings(of node: Node, as kind: OpenAPI.ReferenceKind) {
    guard node.entries.count > 1 else { return }
    let others = node.entries.compactMap(\.key.text).filter { $0 != "$ref" && !$0.hasPrefix("x-") }
    guard !others.isEmpty, kind != .schemas || document.dialect != .v31 else { return }
    let known = ["summary", "description"]
    if document.dialect == .v31, kind != .schemas, others.allSatisfy(known.contains) {
      findings.note(.referenceTexts, at: node.range(of: others[0]))
      return
    }
    findings.report(
      .refSiblings, "ignored beside a reference: \(others.prefix(8).joined(separator: ", "))", at: node.keyRange(of: others[0]),
      hint: kind == .schemas ? "Write `allOf` with the reference and what is to hold besides." : nil)
  }
}
