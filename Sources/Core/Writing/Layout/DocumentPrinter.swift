extension Document {
  /// Spells the document within a right margin, in columns.
  ///
  /// Looking ahead to the next line break stops at the margin, so that the time is in proportion to the document.
  package func printed(width: Int) -> String {
    var printer = DocumentPrinter(self, width: width)
    return printer.print()
  }
}

/// A part of a document on the way to paper, and where it stands.
struct DocumentCommand {
  /// What a measure asks of lines.
  enum Measure { case firstLine, allLines, allLinesOfAnyWidth }

  var document: Document
  var indent: Int
  var mode: Document.Mode
  var measure = Measure.firstLine
  /// For a `fill` in the middle: how many parts are done.
  var done = 0

  func with(_ document: Document, mode: Document.Mode? = nil, measure: Measure? = nil, indent: Int = 0) -> Self {
    DocumentCommand(
      document: document, indent: self.indent + indent, mode: mode ?? self.mode, measure: measure ?? self.measure)
  }
}

/// The state of printing, apart from the text.
struct DocumentPrinter {
  let width: Int
  /// What is left to do, the next at the end.
  private(set) var stack: [DocumentCommand]
  private(set) var column = 0
  /// How the named groups stand, by their number. A measure writes here too; what it leaves is written over by printing.
  var modes: [Int: Document.Mode] = [:]
  private var output = ""
  private var suffix = ""
  /// Whether the text up to the next line break is known to fit: flat groups need no look of their own then.
  private var isMeasured = false

  init(_ document: Document, width: Int) {
    self.width = width
    stack = [DocumentCommand(document: document, indent: 0, mode: .broken)]
  }

  mutating func print() -> String {
    while let command = stack.popLast() { perform(command) }
    return output + suffix
  }

  func holds(_ condition: Document.Condition?, in mode: Document.Mode) -> Bool {
    guard let condition else { return true }
    return (condition.group.map { modes[$0.number, default: .flat] } ?? mode) == condition.mode
  }

  private mutating func perform(_ command: DocumentCommand) {
    switch command.document.kind {
    case .text(let text, let columns):
      output += text
      column += columns
    case .verbatim(let text):
      output += text
      if text.isMultiline { isMeasured = false }
      column = text.isMultiline ? text.lastLineColumns : column + text.columns
    case .suffix(let text, let columns):
      suffix += text
      column += columns
    case .line(let isSoft):
      if command.mode == .broken {
        breakLine(indent: command.indent)
      } else if !isSoft {
        output += " "
        column += 1
      }
    case .hardLine(let isBlank):
      if isBlank { breakLine(indent: 0) }
      breakLine(indent: command.indent)
    case .concat(let parts): for part in parts.reversed() { stack.append(command.with(part)) }
    case .nest(let columns, let inner): stack.append(command.with(inner, indent: columns))
    case .nestIfBroken(let columns, let group, let inner):
      stack.append(command.with(inner, indent: modes[group.number] == .broken ? columns : 0))
    case .group(let inner, let id, let breaks):
      let mode = breaks ? .broken : flatIfFits(inner, id, command)
      if let id { modes[id.number] = mode }
      stack.append(command.with(inner, mode: mode))
    case .groupIf(let condition, let inner):
      guard holds(condition, in: command.mode) else { return stack.append(command.with(inner)) }
      stack.append(command.with(inner, mode: inner.isForced ? .broken : flatIfFits(inner, nil, command)))
    case .only(let condition, let inner):
      if holds(condition, in: command.mode) { stack.append(command.with(inner)) }
    case .fittingExpanded(let condition, let inner):
      // Measured as if broken: the groups inside have to be measured as they are now.
      if holds(condition, in: command.mode) { isMeasured = false }
      stack.append(command.with(inner))
    case .wrapped(let id, let content, let broken): wrap(content, broken, id, command)
    case .choice(let layouts, let allLines): choose(layouts, allLines ? .allLines : .firstLine, command)
    case .fill(let parts): fill(parts, command)
    }
  }

  /// Ends the line, without spaces at its end.
  private mutating func breakLine(indent: Int) {
    while output.utf8.last == 0x20 { output.removeLast() }
    output += suffix + .newline(indent: indent)
    suffix = ""
    column = indent
    isMeasured = false
  }

  private mutating func flatIfFits(_ inner: Document, _ id: Document.GroupID?, _ command: DocumentCommand) -> Document.Mode {
    if command.mode == .flat, isMeasured { return .flat }
    isMeasured = true
    if let id { modes[id.number] = .flat }
    return fits(command.with(inner, mode: .flat)) ? .flat : .broken
  }

  private mutating func wrap(_ content: Document, _ broken: Document, _ id: Document.GroupID?, _ command: DocumentCommand) {
    var isBroken = false
    if flatIfFits(content, id, command) == .broken {
      if let id { modes[id.number] = .broken }
      isBroken = fits(command.with(broken, measure: .allLines))
    }
    if let id { modes[id.number] = isBroken ? .broken : .flat }
    stack.append(isBroken ? command.with(broken, mode: .broken) : command.with(content, mode: .flat))
  }

  private mutating func choose(_ layouts: [Document], _ measure: DocumentCommand.Measure, _ command: DocumentCommand) {
    guard let first = layouts.first, let last = layouts.last else { return }
    if command.mode == .flat, isMeasured { return stack.append(command.with(first)) }
    isMeasured = true
    for (index, layout) in layouts.dropLast().enumerated() where index > 0 || !layout.isForced {
      if fits(command.with(layout, mode: .flat, measure: measure)) { return stack.append(command.with(layout, mode: .flat)) }
    }
    stack.append(command.with(last, mode: .broken))
  }

  /// Puts down one content and the separator after it, which breaks if the next content does not fit behind it.
  private mutating func fill(_ parts: [Document], _ command: DocumentCommand) {
    guard command.done < parts.count else { return }
    let content = parts[command.done]
    var rest = command
    rest.done += 2
    if rest.done < parts.count { stack.append(rest) }
    if command.done + 1 < parts.count {
      let next = rest.done < parts.count ? parts[rest.done].flatWidth : 0
      let separator = parts[command.done + 1]
      let used = column + content.flatWidth + separator.flatWidth + next
      stack.append(command.with(separator, mode: used <= width ? .flat : command.mode))
    }
    stack.append(command.with(content, mode: column + content.flatWidth <= width ? .flat : command.mode))
  }
}
