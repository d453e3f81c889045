/// Markdown of an input as lines of a documentation comment.
///
/// Descriptions in specifications are CommonMark. Documentation tools read more into it than their authors meant: indented
/// text is a program to compile and run, `[word]` a link to resolve, `<word>` a tag. The result says what was written, and
/// nothing else: paragraphs and list items are wrapped, code stays as it is in a fence that no tool runs, addresses are links.
package enum MarkdownText {
  /// Returns the lines, each at most `width` columns where its words allow.
  package static func wrapped(_ text: String, width: Int) -> [String] {
    var output: [String] = []
    var paragraph = Paragraph()
    var fence: Substring?
    for line in CommentText.lines(of: text) {
      var content = line.drop { $0 == " " }
      if let open = fence {
        if content.hasPrefix(open), content.allSatisfy({ $0 == open.first || $0 == " " }) {
          output.append(String(open))
          fence = nil
        } else {
          output.append(line)
        }
        continue
      }
      // A quote needs no space behind its mark (CommonMark §5.1), but linters look for one.
      if content.hasPrefix(">"), !content.hasPrefix("> ") { content = Substring("> " + content.dropFirst()) }
      if content.hasPrefix("```") || content.hasPrefix("~~~") {
        output += paragraph.flush(width)
        let mark = content.prefix { $0 == content.first }
        output.append("\(mark)text")
        fence = mark
      } else if content.isEmpty {
        output += paragraph.flush(width)
        if output.last?.isEmpty == false { output.append("") }
      } else if content.hasPrefix("|") || content.hasPrefix("#") {
        output += paragraph.flush(width)
        output.append(escaped(content))
      } else if let marker = listMarker(of: content) {
        output += paragraph.flush(width)
        paragraph = Paragraph(marker: marker, words: words(of: content.dropFirst(marker.count)))
      } else {
        paragraph.words += words(of: content)
      }
    }
    output += paragraph.flush(width)
    if let fence { output.append(String(fence)) }
    while output.last?.isEmpty == true { output.removeLast() }
    return output
  }

  private struct Paragraph {
    var marker = ""
    var words: [String] = []

    mutating func flush(_ width: Int) -> [String] {
      defer { self = Paragraph() }
      guard !words.isEmpty else { return marker.isEmpty ? [] : [marker.trimmed] }
      // A quote's further lines repeat the mark; a list item's are indented, or they would be a lazy continuation.
      let further = marker.hasPrefix(">") ? marker : String(repeating: " ", count: marker.count)
      var lines: [String] = []
      var line = marker
      var isFresh = true
      for word in words {
        if !isFresh, line.columns + 1 + word.columns > width, !MarkdownText.startsBlock(word) {
          lines.append(line)
          line = further
          isFresh = true
        }
        line += (isFresh ? "" : " ") + word
        isFresh = false
      }
      return lines + [line]
    }
  }

  /// `- `, `* `, `+ `, `> ` or `12. ` at the start of a line.
  private static func listMarker(of line: Substring) -> String? {
    guard let first = line.first else { return nil }
    if "-*+>".contains(first), line.dropFirst().first == " " { return "\(first) " }
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    guard (1...3).contains(digits.count), let dot = line.dropFirst(digits.count).first, dot == "." || dot == ")",
      line.dropFirst(digits.count + 1).first == " "
    else { return nil }
    return "\(digits)\(dot) "
  }

  /// Whether a word at the start of a line would begin a list, a heading, a quote, a table or an underline.
  fileprivate static func startsBlock(_ word: String) -> Bool {
    guard let first = word.first else { return false }
    if "#|>".contains(first) { return true }
    if word.allSatisfy({ "-*+=_~`".contains($0) }) { return true }
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    return !digits.isEmpty && digits.count == word.count - 1 && (word.last == "." || word.last == ")")
  }

  private static func words(of text: Substring) -> [String] {
    escaped(text).split(separator: " ").map(String.init)
  }

  /// Escapes what tools would read as a link or a tag, outside of code spans; and marks addresses.
  static func escaped(_ text: Substring) -> String {
    var output = ""
    var rest = text
    while let first = rest.first {
      if first == "`" {
        let mark = rest.prefix { $0 == "`" }
        let inner = rest.dropFirst(mark.count)
        if let end = inner.range(ofRun: mark) {
          output += rest[..<end]
          rest = rest[end...]
          continue
        }
        output += "\\`"
        rest.removeFirst()
      } else if first == "\\", let next = rest.dropFirst().first {
        output += next.isLetter || next.isNumber ? "\\\\" : "\\\(next)"
        rest = next.isLetter || next.isNumber ? rest.dropFirst() : rest.dropFirst(2)
      } else if rest.hasPrefix("https://") || rest.hasPrefix("http://") {
        let address = rest.prefix { !" <>()[]`\"'|\\".contains($0) && $0.isASCII }
        let end = address.lastIndex { !".,;:!?*_".contains($0) } ?? address.startIndex
        output += "<\(rest[...end])>"
        rest = rest[rest.index(after: end)...]
      } else if "[]<".contains(first) {
        output += "\\\(first)"
        rest.removeFirst()
      } else {
        output.append(first)
        rest.removeFirst()
      }
    }
    return output
  }
}

extension String {
  fileprivate var trimmed: String { String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
}

extension Substring {
  /// The index behind the next run of exactly the characters of `mark`.
  fileprivate func range(ofRun mark: Substring) -> Index? {
    var position = startIndex
    while position < endIndex {
      guard self[position] == "`" else {
        position = index(after: position)
        continue
      }
      let run = self[position...].prefix { $0 == "`" }
      if run.count == mark.count { return run.endIndex }
      position = run.endIndex
    }
    return nil
  }
}
