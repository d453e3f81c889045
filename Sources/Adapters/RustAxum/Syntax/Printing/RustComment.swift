import SpecWriting

/// Comments. Text of an input ends at the end of its line, whatever it holds: each line is cleaned and marked on its own.
enum RustComment {
  /// `//` lines, wrapped at the right margin. Each line of the text begins a line.
  static func line(_ text: String, indent: Int) -> String {
    CommentText.wrapped(text, width: max(30, RustPrinter.maxWidth - indent - 3))
      .map { $0.isEmpty ? "//" : "// \($0)" }.joined(separator: String.newline(indent: indent))
  }

  /// `///` lines, wrapped at the right margin.
  ///
  /// Nothing, for text without a visible character (clippy: empty_docs).
  static func documentation(_ text: String, indent: Int, mark: String = "///") -> [String] {
    let width = max(30, RustPrinter.maxWidth - indent - mark.utf8.count - 1)
    return MarkdownText.wrapped(text, width: width).map { $0.isEmpty ? mark : "\(mark) \($0)" }
  }
}
