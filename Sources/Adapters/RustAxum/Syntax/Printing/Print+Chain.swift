import SpecWriting

/// One link of a method chain with the `?` behind it.
private struct ChainLink {
  let expression: RustExpr
  let tries: Int

  var marks: String { String(repeating: "?", count: tries) }
}

extension RustPrinter {
  /// Spells `a.b().c?.await`: on one line of at most `chainWidth` columns, or with the last call hanging over, or with a
  /// link per line.
  func spellChain(_ expression: RustExpr, _ shape: TextShape) -> String? {
    var (parent, links) = Self.links(of: expression)
    let count = links.count
    if links.isEmpty { return shape.reserving(parent.tries).flatMap { format(parent.expression, $0) }.map { $0 + parent.marks } }
    guard let root = root(of: parent, absorbing: &links, shape) else { return nil }
    guard !links.isEmpty else { return admitted(root.text, shape) }
    let children = (root.endsWithBlock ? shape.nested(by: 0) : block(shape)).widened(to: limit)
    var texts = [root.text]
    for link in links.dropLast() {
      guard let text = spell(link, children) else { return nil }
      texts.append(text)
    }
    let last = ChainEnd(
      printer: self, link: links[links.count - 1], texts: texts, count: count, shape: shape, children: children)
    guard let (text, isOneLine) = last.spell() else { return nil }
    texts.append(text)
    if !isOneLine, forcesOneLineChain { return nil }
    let connector = isOneLine ? "" : String.newline(indent: children.indent + children.offset)
    return admitted(texts.joined(separator: connector), shape)
  }

  /// Takes a chain apart: what it starts from, and its links.
  private static func links(of expression: RustExpr) -> (parent: ChainLink, links: [ChainLink]) {
    var reversed: [ChainLink] = []
    var tries = 0
    var current = expression
    while true {
      switch current.kind {
      case .try(let inner):
        tries += 1
        current = inner
        continue
      case .method(let receiver, _, _, _), .field(let receiver, _), .await(let receiver):
        reversed.append(ChainLink(expression: current, tries: tries))
        tries = 0
        current = receiver
        continue
      default: return (ChainLink(expression: current, tries: tries), reversed.reversed())
      }
    }
  }

  /// What stands before the first dot that may break: short parents take the next links with them.
  private func root(
    of parent: ChainLink, absorbing links: inout [ChainLink], _ shape: TextShape
  ) -> (text: String, endsWithBlock: Bool)? {
    guard let first = shape.reserving(parent.tries), var text = format(parent.expression, first) else { return nil }
    text += parent.marks
    var endsWithBlock = parent.expression.isBlock(spelled: text)
    let narrow = max(0, Self.indentWidth - shape.offset)
    while text.utf8.count <= narrow, !text.isMultiline, let next = links.first {
      guard let behind = shape.after(text.utf8.count) else { return nil }
      guard let link = spell(next, behind) else { break }
      text += link
      endsWithBlock = text.isExtendable
      links.removeFirst()
    }
    return (text, endsWithBlock)
  }

  fileprivate func spell(_ link: ChainLink, _ outer: TextShape) -> String? {
    guard let shape = outer.reserving(link.tries) else { return nil }
    switch link.expression.kind {
    case .method(_, let name, let types, let arguments):
      var head = "." + name
      if !types.isEmpty {
        let texts = types.compactMap { spell($0, shape) }
        guard texts.count == types.count else { return nil }
        head += "::<" + texts.joined(separator: ", ") + ">"
      }
      return spellCall(head, arguments, shape).map { $0 + link.marks }
    case .field(_, let name): return "." + name + link.marks
    case .await: return ".await" + link.marks
    default: preconditionFailure("links are made of methods, fields and await only")
    }
  }
}

/// The choice for the last link of a chain.
private struct ChainEnd {
  let printer: RustPrinter
  let link: ChainLink
  let texts: [String]
  /// The links of the chain, with those that its root took.
  let count: Int
  let shape: TextShape
  let children: TextShape

  /// Returns the text, and whether the whole chain stands on one line up to it.
  func spell() -> (text: String, isOneLine: Bool)? {
    let isExtendable = texts[0].isExtendable
    let used = (isExtendable ? texts[0].lastLineColumns : texts.reduce(0) { $0 + $1.columns }) + link.tries
    let budget = max(0, (count == 1 ? shape.width : min(shape.width, RustPrinter.chainWidth)) - used)
    let fitsSoFar = !texts.contains(where: \.isMultiline) && budget > 0
    let ownLine = children.reserving(shape.reserved(before: printer.limit) + link.tries)
    guard fitsSoFar || isExtendable else { return ownLine.flatMap(spelled).map { ($0, false) } }

    guard let last = fitsSoFar ? shape.reserving(link.tries) : children.reserving(link.tries) else { return nil }
    // rustfmt gives the chain up where the last link does not fit the line alone, even if another spelling was found.
    guard let fallback = spelled(last) else { return nil }
    guard let behind = last.after(used), let hanging = spelled(behind) else { return (fallback, false) }
    let fits = hanging.firstLineColumns <= budget
    let lines = hanging.lineCount
    if fits, lines >= 5 { return (hanging, fitsSoFar) }
    guard let ownLine else { return nil }
    let alone = spelled(ownLine)
    if let alone, !fits { return (alone, false) }
    if let alone, alone.lineCount < lines { return (alone, false) }
    return (hanging, fits && fitsSoFar)
  }

  private func spelled(_ shape: TextShape) -> String? { printer.spell(link, shape) }
}

extension RustExpr {
  /// Whether the last line of the text holds closing delimiters only, by the kind of the expression.
  func isBlock(spelled text: String) -> Bool {
    switch kind {
    case .macro, .call, .method, .array, .structure, .while, .if, .block, .asyncBlock, .loop, .for, .match: text.isMultiline
    case .parenthesized(let inner), .prefix(_, let inner), .try(let inner), .binary(_, _, let inner), .index(_, let inner):
      inner.isBlock(spelled: text)
    case .closure(let closure):
      closure.body.mayBeTallBody ? closure.body.isBlock(spelled: text) : text.isMultiline && text.isExtendable
    case .literal: text.isMultiline && text.trimmedLastLineColumns <= RustPrinter.indentWidth
    case .path, .field, .await, .letCondition, .reference, .assign, .cast, .range, .tuple, .repeat, .return,
      .break, .continue:
      false
    }
  }
}
