import SpecWriting

extension RustPrinter {
  func spell(_ closure: RustClosure, _ shape: TextShape) -> String? {
    guard let prefix = spellParameters(closure, shape), let body = shape.after(prefix.lastLineColumns + 1) else { return nil }
    if case .block(let block) = closure.body.kind {
      if block.isEmpty { return spellBlock(block, shape).map { "\(prefix) \($0)" } }
      return spellBlock(block, body).map { "\(prefix) \($0)" }
    }
    return spellBody(closure.body, prefix, body) ?? spellBraced(closure.body, prefix, body)
  }

  /// A closure as the last argument of a call; nothing where it looks better among the other arguments.
  func spellLast(_ closure: RustClosure, _ expression: RustExpr, _ shape: TextShape) -> String? {
    guard let prefix = spellParameters(closure, shape), !prefix.isMultiline, let body = shape.after(prefix.lastLineColumns + 1)
    else { return nil }
    if !isInsideMacro, closure.body.needsBraces {
      let braced = spellBraced(closure.body, prefix, body)
      if braced.lineCount <= 7, let text = spellBody(closure.body, prefix, shape), !text.isMultiline { return text }
      return braced
    }
    if let condition = spellCondition(of: closure.body, body), condition.isMultiline || condition.utf8.count > body.width {
      return spellBraced(closure.body, prefix, body)
    }
    return format(expression, shape)
  }

  /// The body without braces: one line, unless the body is itself a kind of block.
  private func spellBody(_ body: RustExpr, _ prefix: String, _ shape: TextShape) -> String? {
    guard let text = format(body, shape) else { return nil }
    return text.isMultiline && !body.mayBeTallBody && !isInsideMacro ? nil : "\(prefix) \(text)"
  }

  private func spellBraced(_ body: RustExpr, _ prefix: String, _ shape: TextShape) -> String {
    "\(prefix) \(spellBlockLines([.tail(body)], shape))"
  }

  private func spellParameters(_ closure: RustClosure, _ shape: TextShape) -> String? {
    let keywords = (closure.isAsync ? "async " : "") + (closure.isMove ? "move " : "")
    guard let outer = shape.after(keywords.utf8.count)?.reserving(4), let inside = outer.after(1) else { return nil }
    let texts = closure.parameters.map { spell($0, inside) }
    guard !texts.contains(nil) else { return nil }
    let items = texts.compactMap { $0 }
    let tactic = ItemList.tactic(for: items, limit: max(0, outer.width - 1))
    let list = ItemList(items, trailing: .never, indent: inside.column, width: inside.width)
    return "\(keywords)|\(list.joined(tactic))|"
  }

  private func spell(_ parameter: RustClosure.Parameter, _ shape: TextShape) -> String? {
    guard let pattern = spell(parameter.pattern, shape) else { return nil }
    guard let type = parameter.type else { return pattern }
    let text = pattern + ": "
    return shape.reserving(text.lastLineColumns).flatMap { spell(type, $0) }.map { text + $0 }
  }
}

extension RustExpr {
  /// Whether rustfmt sets braces around the expression when it is the body of a closure that is broken.
  var needsBraces: Bool {
    switch kind {
    case .if, .while, .for, .loop: true
    case .reference(_, let value), .try(let value), .prefix(_, let value), .cast(let value, _): value.needsBraces
    default: false
    }
  }

  /// Whether the body of a closure may take several lines without braces of its own.
  var mayBeTallBody: Bool {
    switch kind {
    case .match, .asyncBlock, .block, .loop, .structure: true
    case .reference(_, let value), .try(let value), .prefix(_, let value), .cast(let value, _): value.mayBeTallBody
    default: false
    }
  }
}
