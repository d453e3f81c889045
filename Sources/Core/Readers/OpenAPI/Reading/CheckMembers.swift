internal import SpecDiagnostics
internal import SpecDocuments

extension Reader {
  /// Reports what an object must not, should not or ought to hold by its shape.
  mutating func check(_ node: Node, as shape: ObjectShape) {
    for (key, value) in node.entries {
      let name = key.text ?? ""
      guard let member = shape.members[name] else {
        if !name.hasPrefix("x-") { reportUnknown(key, name, in: shape) }
        continue
      }
      if !member.dialects.contains(document.dialect) { reportDialect(key, name, member) }
      if !member.form.accepts(value) { reportForm(value, name, member.form) }
      if let feature = member.feature, says(value, member.form) { findings.note(feature, at: key.range) }
    }
    for (name, need) in shape.required where node[name] == nil { reportMissing(name, need, of: shape, node) }
  }

  /// Whether a member says anything: `callbacks: {}` does not, and `not: {}` does.
  private func says(_ value: Node, _ form: ObjectShape.Form) -> Bool {
    switch form {
    case .object: !value.entries.isEmpty
    case .list: !value.items.isEmpty
    case .text, .string, .bool, .count, .number, .any: true
    }
  }

  private mutating func reportUnknown(_ key: Node, _ name: String, in shape: ObjectShape) {
    findings.report(
      .memberUnknown, "“\(name)” is no member of \(shape.name), and is ignored", at: key.range,
      hint: Suggestion.nearest(to: name, in: shape.names).map { "Did you mean “\($0)”?" }
        ?? "Names of your own begin with “x-”.")
  }

  private mutating func reportDialect(_ key: Node, _ name: String, _ member: ObjectShape.Member) {
    let versions = member.dialects.map(\.rawValue).joined(separator: " and ")
    let version = document.version
    findings.report(.memberDialect, "“\(name)” belongs to OpenAPI \(versions), and the document says \(version)", at: key.range)
  }

  private mutating func reportForm(_ value: Node, _ name: String, _ form: ObjectShape.Form) {
    report(.memberKind, "\(form.article) is expected for “\(name)”, and this is \(value.shown)", at: value)
  }

  private mutating func reportMissing(_ name: String, _ need: ObjectShape.Need, of shape: ObjectShape, _ node: Node) {
    let code: DiagnosticCode = need == .required ? .memberMissing : .textMissing
    findings.report(code, "\(shape.name) needs the member “\(name)”", at: start(of: node))
  }

  mutating func report(_ code: DiagnosticCode, _ message: @autoclosure () -> String, at node: Node, hint: String? = nil) {
    findings.report(code, message(), at: node.range, hint: hint)
  }
}

extension Node {
  /// What a value is; a number by its text, for `-1` where a count is expected.
  fileprivate var shown: String {
    switch kind {
    case .integer, .float: text ?? "a number"
    case .null, .bool, .string, .sequence, .mapping: kind.article
    }
  }
}
