extension Document {
  /// Spells the document within a right margin, in columns.
  ///
  /// Takes time in proportion to the document: what a group would measure on one line is known, and looking ahead to the next
  /// line break stops at the margin.
  package func printed(width: Int) -> String {
    var printer = DocumentPrinter(nodes: nodes, width: width)
    return printer.print()
  }
}

private struct DocumentPrinter {
  private struct Command {
    /// The index of the node in its array.
    var node: Int
    var indent: Int
    var isFlat: Bool
    /// For a `fill` in the middle: how many parts are done.
    var done = 0
  }

  private let nodes: [Document.Node]
  private let width: Int
  private var output = ""
  private var column = 0
  private var stack: [Command]

  init(nodes: [Document.Node], width: Int) {
    self.nodes = nodes
    self.width = width
    stack = [Command(node: nodes.count - 1, indent: 0, isFlat: false)]
  }

  mutating func print() -> String {
    while let command = stack.popLast() { perform(command) }
    return output
  }

  private mutating func perform(_ command: Command) {
    switch nodes[command.node].kind {
    case .text(let text):
      output += text
      column += text.columns
    case .verbatim(let text):
      output += text
      column = text.isMultiline ? text.lastLineColumns : column + text.columns
    case .line(let isSoft):
      if !command.isFlat {
        breakLine(indent: command.indent)
      } else if !isSoft {
        output += " "
        column += 1
      }
    case .hardLine(let isBlank):
      if isBlank { breakLine(indent: 0) }
      breakLine(indent: command.indent)
    case .concat(let count):
      for child in children(of: command.node, count: count) { push(child, command) }
    case .nest(let columns):
      stack.append(Command(node: command.node - 1, indent: command.indent + columns, isFlat: command.isFlat))
    case .group(let limit, let breaks):
      let inner = command.node - 1
      let isFlat = command.isFlat || (!breaks && nodes[inner].flatWidth <= limit && fits(inner, command, isFlat: true))
      stack.append(Command(node: inner, indent: command.indent, isFlat: isFlat))
    case .ifBroken:
      let parts = children(of: command.node, count: 2)
      push(command.isFlat ? parts[0] : parts[1], command)
    case .choice(let count): choose(children(of: command.node, count: count), command)
    case .fill(let count): fill(Array(children(of: command.node, count: count).reversed()), command)
    }
  }

  /// The children of a node, the last one first: the order in which they go on the stack.
  private func children(of node: Int, count: Int) -> [Int] {
    var found: [Int] = []
    var end = node - 1
    for _ in 0..<count {
      found.append(end)
      end -= nodes[end].size
    }
    return found
  }

  private mutating func push(_ node: Int, _ command: Command) {
    stack.append(Command(node: node, indent: command.indent, isFlat: command.isFlat))
  }

  /// Ends the line, without spaces at its end.
  private mutating func breakLine(indent: Int) {
    while output.utf8.last == 0x20 { output.removeLast() }
    output += .newline(indent: indent)
    column = indent
  }

  /// - Parameter layouts: the last one first.
  private mutating func choose(_ layouts: [Int], _ command: Command) {
    guard let first = layouts.last, let way = layouts.first else { return }
    if command.isFlat { return push(first, command) }
    if fits(first, command, isFlat: true) {
      return stack.append(Command(node: first, indent: command.indent, isFlat: true))
    }
    let chosen = layouts.reversed().dropFirst().first { fits($0, command, isFlat: false) }
    push(chosen ?? way, command)
  }

  /// Puts down one content and the separator after it, which breaks if the next content does not fit behind it.
  private mutating func fill(_ parts: [Int], _ command: Command) {
    guard command.done < parts.count else { return }
    let content = parts[command.done]
    var rest = command
    rest.done += 2
    if rest.done < parts.count { stack.append(rest) }
    if command.done + 1 < parts.count {
      let next = rest.done < parts.count ? nodes[parts[rest.done]].flatWidth : 0
      let separator = parts[command.done + 1]
      let used = column + nodes[content].flatWidth + nodes[separator].flatWidth + next
      stack.append(Command(node: separator, indent: command.indent, isFlat: command.isFlat || used <= width))
    }
    let isFlat = command.isFlat || column + nodes[content].flatWidth <= width
    stack.append(Command(node: content, indent: command.indent, isFlat: isFlat))
  }

  /// Whether a node, and what follows it up to the next line break, stays within the margin.
  ///
  /// A flat node must be one line. A broken one fits if its first line does; groups inside it stay flat on that line unless
  /// they are forced.
  private func fits(_ node: Int, _ command: Command, isFlat: Bool) -> Bool {
    var room = width - column
    if isFlat {
      room -= nodes[node].flatWidth
      if room < 0 { return false }
    }
    var ahead: [Command] = isFlat ? [] : [Command(node: node, indent: 0, isFlat: false)]
    var below = stack.count
    while room >= 0 {
      var following = ahead.popLast()
      if following == nil, below > 0 {
        below -= 1
        following = stack[below]
      }
      guard let next = following else { return true }
      if next.isFlat {
        let flat = nodes[next.node].flatWidth
        if flat >= Document.unbounded { return true }
        room -= flat
        continue
      }
      switch nodes[next.node].kind {
      case .text(let text): room -= text.columns
      case .verbatim(let text): return text.firstLineColumns <= room
      case .line, .hardLine: return true
      case .concat(let count), .fill(let count):
        for child in children(of: next.node, count: count).dropLast(next.done) {
          ahead.append(Command(node: child, indent: 0, isFlat: false))
        }
      case .nest: ahead.append(Command(node: next.node - 1, indent: 0, isFlat: false))
      case .group(_, let breaks):
        let inner = next.node - 1
        let isForced = breaks || nodes[next.node].flatWidth >= Document.unbounded
        ahead.append(Command(node: inner, indent: 0, isFlat: !isForced))
      case .ifBroken: ahead.append(Command(node: children(of: next.node, count: 2)[1], indent: 0, isFlat: false))
      case .choice(let count):
        let layouts = children(of: next.node, count: count)
        guard let first = layouts.last, let last = layouts.first else { continue }
        let isForced = nodes[first].flatWidth >= Document.unbounded
        ahead.append(Command(node: isForced ? last : first, indent: 0, isFlat: !isForced))
      }
    }
    return false
  }
}
