/// Text of an input within a line of Markdown.
package enum MarkdownLine {
  /// Returns one line in which nothing of the text is markup or ends a table's cell.
  package static func inert(_ text: String) -> String {
    var line = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\r", "\t": line += " "
      case "|", "`", "<", ">", "[", "]", "*", "\\": line += "\\" + String(scalar)
      case _ where scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format: line += ""
      default: line.unicodeScalars.append(scalar)
      }
    }
    return line
  }
}
