/// A line while it is measured.
private struct MeasuredLine {
  var columns: Int
  /// The indent of a line that has no text yet.
  var pendingIndent = 0
  /// Whether it is the line that the measure began on, which may not be wider than the margin in any case.
  var isFirst = true
}

extension DocumentPrinter {
  /// Whether a part, and what follows it up to the next line break, stays within the margin.
  ///
  /// What the measure of a command asks goes for the part; of what follows, the rest of the line counts.
  mutating func fits(_ command: DocumentCommand) -> Bool {
    var line = MeasuredLine(columns: column)
    var ahead = [command]
    var below = stack.count
    while true {
      var next = ahead.popLast()
      if next == nil, below > 0 {
        below -= 1
        next = stack[below]
      }
      guard let current = next else { return true }
      if let answer = measure(current, &line, &ahead) { return answer }
    }
  }

  /// Takes one part into the measure; answers where it is decided.
  private mutating func measure(
    _ command: DocumentCommand, _ line: inout MeasuredLine, _ ahead: inout [DocumentCommand]
  ) -> Bool? {
    switch command.document.kind {
    case .text(_, let columns): return add(columns, &line, command)
    case .verbatim(let text):
      guard text.isMultiline else { return add(text.columns, &line, command) }
      if command.measure == .firstLine { return add(text.firstLineColumns, &line, command) ?? true }
      line = MeasuredLine(columns: text.lastLineColumns, isFirst: false)
    case .suffix(_, let columns): return columns == 0 ? nil : add(columns, &line, command)
    case .line(let isSoft):
      guard command.mode == .broken else { return isSoft ? nil : add(1, &line, command) }
      if command.measure == .firstLine { return true }
      line = MeasuredLine(columns: 0, pendingIndent: command.indent, isFirst: false)
    case .hardLine:
      if command.mode == .flat || command.measure == .firstLine { return true }
      line = MeasuredLine(columns: 0, pendingIndent: command.indent, isFirst: false)
    case .concat(let parts): for part in parts.reversed() { ahead.append(command.with(part)) }
    case .fill(let parts): for part in parts.dropFirst(command.done).reversed() { ahead.append(command.with(part)) }
    case .nest(let columns, let inner): ahead.append(command.with(inner, indent: columns))
    case .nestIfBroken(let columns, let group, let inner):
      ahead.append(command.with(inner, indent: modes[group.number] == .broken ? columns : 0))
    case .group(let inner, let id, let breaks):
      let mode = breaks ? .broken : command.mode
      if let id { modes[id.number] = mode }
      ahead.append(command.with(inner, mode: mode))
    case .groupIf(let condition, let inner):
      let isBroken = inner.isForced && holds(condition, in: command.mode)
      ahead.append(command.with(inner, mode: isBroken ? .broken : command.mode))
    case .only(let condition, let inner):
      if holds(condition, in: command.mode) { ahead.append(command.with(inner)) }
    case .fittingExpanded(let condition, let inner):
      if command.mode == .broken {
        ahead.append(command.with(inner))
      } else if holds(condition, in: command.mode) {
        ahead.append(command.with(inner, mode: .broken, measure: .allLinesOfAnyWidth))
      } else {
        if inner.isForced { return false }
        ahead.append(command.with(inner))
      }
    case .wrapped(let id, let content, _):
      if let id { modes[id.number] = command.mode }
      ahead.append(command.with(content))
    case .choice(let layouts, let allLines):
      guard let first = layouts.first, let last = layouts.last else { return nil }
      let measure: DocumentCommand.Measure = allLines ? .allLines : .firstLine
      ahead.append(command.mode == .flat ? command.with(first, measure: measure) : command.with(last))
    }
    return nil
  }

  private func add(_ columns: Int, _ line: inout MeasuredLine, _ command: DocumentCommand) -> Bool? {
    line.columns += line.pendingIndent + columns
    line.pendingIndent = 0
    return line.columns > width && (line.isFirst || command.measure != .allLinesOfAnyWidth) ? false : nil
  }
}
