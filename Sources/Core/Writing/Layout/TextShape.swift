/// Where a piece of text starts and how much room it has: the argument of every formatter that works by rewrite-and-measure.
///
/// Formatters such as rustfmt do not weigh a document; they try one spelling in a shape, measure the text that came out, and
/// try the next. `TextShape` is what they pass down. All numbers are columns; a column is one Unicode scalar (see `columns`).
package struct TextShape: Hashable, Sendable {
  /// Columns before the first text of a further line of this construct.
  package var indent: Int
  /// Columns already written on the current line, not counting the indent.
  package var offset: Int
  /// Columns left on the current line. A text may be wider on its other lines.
  package var width: Int

  package init(indent: Int, offset: Int = 0, width: Int) {
    self.indent = indent
    self.offset = offset
    self.width = width
  }

  /// A fresh line at an indent, with everything up to the limit to itself.
  package static func line(indent: Int, limit: Int) -> Self {
    TextShape(indent: indent, width: max(0, limit - indent))
  }

  /// The column at which the next text lands.
  package var column: Int { indent + offset }

  /// Keeps columns free at the end of the line, for text that follows; nothing when there are not that many.
  package func reserving(_ columns: Int) -> Self? {
    guard width >= columns else { return nil }
    return TextShape(indent: indent, offset: offset, width: width - columns)
  }

  /// The shape behind text of this many columns; nothing when it does not fit.
  package func after(_ columns: Int) -> Self? {
    guard width >= columns else { return nil }
    return TextShape(indent: indent, offset: offset + columns, width: width - columns)
  }

  /// A new line, this many columns further in. The width is kept: give it anew with `widened(to:)`.
  package func nested(by columns: Int) -> Self {
    TextShape(indent: indent + columns, offset: 0, width: width)
  }

  /// The same place with all columns up to the limit, forgetting what was reserved or written.
  package func widened(to limit: Int) -> Self {
    TextShape(indent: indent, offset: offset, width: max(0, limit - indent))
  }

  /// How many columns at the end of the line are kept free for text that follows.
  package func reserved(before limit: Int) -> Int { max(0, limit - (column + width)) }

  /// Whether a text may stand here: its first line in the width, its other lines within the limit, its last line leaving the
  /// reserved columns free.
  package func admits(_ text: String, limit: Int) -> Bool {
    guard !text.isEmpty else { return true }
    guard text.firstLineColumns <= width else { return false }
    guard text.isMultiline else { return true }
    return text.widestFurtherLine <= limit && text.lastLineColumns <= column + width
  }
}
