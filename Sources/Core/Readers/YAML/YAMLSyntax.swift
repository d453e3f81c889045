internal import SpecDiagnostics

extension YAMLReader {
  /// Refuses a file with so many directives that libyaml, which compares each with all others, would not end.
  mutating func checkDirectives() -> Bool {
    var count = 0
    for offset in bytes.indices where bytes[offset] == UInt8(ascii: "%") {
      guard offset == 0 || bytes[offset - 1] == 0x0A || bytes[offset - 1] == 0x0D else { continue }
      count += 1
      guard count > DocumentLimits.directives else { continue }
      builder.findings.report(
        .yamlSyntax, "more than \(DocumentLimits.directives) lines begin with “%”, as directives do",
        at: base + offset..<base + offset + 1, hint: "Indent the text, or remove the directives.")
      return false
    }
    return true
  }

  /// Reports where and why libyaml stopped.
  mutating func report(_ problem: YAMLProblem) {
    let start =
      switch problem.place {
      case .mark(let mark): offset(of: mark)
      case .offset(let offset): base + min(offset, bytes.count)
      }
    var related: [Diagnostic.Related] = []
    var message = problem.message
    if let context = problem.context {
      message += " " + context.message
      let place = offset(of: context.mark)
      if place < start, let what = Self.subject(of: context.message) {
        related.append(Diagnostic.Related("\(what) starts here", at: builder.findings.place(place..<place + 1)))
      }
    }
    let end = min(start + 1, base + bytes.count)
    builder.findings.report(
      .yamlSyntax, message, at: start..<end, hint: hint(for: problem.message, at: start), related: related)
  }

  /// “a block mapping” of “while parsing a block mapping”.
  private static func subject(of context: String) -> Substring? {
    for prefix in ["while parsing ", "while scanning "] where context.hasPrefix(prefix) {
      return context.dropFirst(prefix.count)
    }
    return nil
  }

  private func hint(for message: String, at offset: Int) -> String? {
    let byte = offset - base < bytes.count ? bytes[offset - base] : nil
    if byte == UInt8(ascii: "\t") { return "YAML is indented by spaces; a tab cannot stand there." }
    switch message {
    case "mapping values are not allowed in this context":
      return "Quote a value that contains “: ”, or indent the line as its neighbours are."
    case "found character that cannot start any token":
      return "Quote a value that begins with this character."
    case "did not find expected alphabetic or numeric character":
      return "Quote a value that begins with “*” or “&”."
    case "found unknown escape character":
      return "Write the backslash twice, or use single quotes."
    case "found unexpected end of stream":
      return "A closing quote is missing."
    case "could not find expected ':'", "did not find expected key":
      return "Check the indentation of this line and of those above it."
    case "control characters are not allowed":
      return "Write it as an escape in double quotes, such as \"\\u0007\"."
    default:
      return nil
    }
  }
}
