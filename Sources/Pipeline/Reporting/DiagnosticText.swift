package import SpecDiagnostics
package import SpecSource

/// Writes findings for people: place, code, message, the line with a caret, hint.
package struct DiagnosticText {
  private let sources: SourceMap
  private let style: TextStyle
  /// Longer lines are shown around the place; a line of minified JSON may hold megabytes.
  private let width = 120

  package init(sources: SourceMap, style: TextStyle) {
    self.sources = sources
    self.style = style
  }

  package func write(_ diagnostics: Diagnostics) -> String {
    diagnostics.sorted.map { write($0) }.joined()
  }

  package func write(_ diagnostic: Diagnostic) -> String {
    let color = color(of: diagnostic.severity)
    let label = style(color, "\(diagnostic.severity.rawValue)[\(diagnostic.code.rawValue)]")
    let place = diagnostic.range.map { "\(self.place($0)): " } ?? ""
    var text = "\(style(.bold, place))\(label): \(Self.printable(diagnostic.message))\n"
    if let range = diagnostic.range { text += excerpt(range, color: color) }
    for related in diagnostic.related {
      text += "  \(style(.bold, "\(self.place(related.range)):")) \(Self.printable(related.message))\n"
    }
    if let hint = diagnostic.hint { text += "  \(style(.cyan, "hint")): \(Self.printable(hint))\n" }
    return text
  }

  /// Returns `path:line:column`.
  private func place(_ range: SourceRange) -> String {
    let position = sources.start(of: range)
    return "\(Self.printable(sources[range.source].path)):\(position.line):\(position.column)"
  }

  private func excerpt(_ range: SourceRange, color: TextStyle.Effect) -> String {
    let start = sources.start(of: range)
    let end = sources.end(of: range)
    let line = Array(sources[range.source].text(ofLine: start.line).unicodeScalars)
    let column = min(start.column - 1, line.count)
    let last = end.line == start.line ? max(end.column - 1, column + 1) : max(line.count, column + 1)
    let from = column > width - 20 ? column - width / 3 : 0
    let to = min(line.count, from + width)
    let shown = Self.printable(line[from..<to])
    // Counted as they are shown, so that carets stand below wide characters as below others.
    let marked = Self.printable(line[column..<min(max(last, column), to)])
    let carets = String(repeating: "^", count: max(1, DisplayWidth.columns(marked.unicodeScalars)))
    let number = String(start.line)
    let margin = String(repeating: " ", count: number.count)
    let lead = from > 0 ? "…" : ""
    let before = DisplayWidth.columns(Self.printable(line[from..<column]).unicodeScalars)
    let indent = String(repeating: " ", count: before + lead.count)
    return """
        \(style(.dim, "\(number) |")) \(lead)\(shown)\(to < line.count ? "…" : "")
        \(style(.dim, "\(margin) |")) \(indent)\(style(color, carets))

      """
  }

  private func color(of severity: Severity) -> TextStyle.Effect {
    switch severity {
    case .error: .red
    case .warning: .yellow
    case .note: .blue
    }
  }

  /// Returns text that cannot move a terminal's cursor: control and direction characters of an input become U+FFFD, tabs a
  /// space.
  package static func printable(_ text: String) -> String { printable(text.unicodeScalars) }

  private static func printable(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    String(
      String.UnicodeScalarView(
        scalars.map { scalar in
          if scalar == "\t" { return " " }
          switch scalar.properties.generalCategory {
          case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator: return "\u{FFFD}"
          default: return scalar
          }
        }))
  }
}
