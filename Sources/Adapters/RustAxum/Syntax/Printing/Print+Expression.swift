import SpecWriting

extension RustPrinter {
  func spell(_ expression: RustExpr, _ outer: TextShape, asStatement: Bool) -> String? {
    guard let shape = asStatement && expression.takesSemicolon ? outer.reserving(1) : outer else { return nil }
    switch expression.kind {
    case .literal(let literal): return literal.isString ? literal.spelled(at: shape.column) : admitted(literal.token, shape)
    case .path(let path): return spell(path, shape, inExpression: true)
    case .call(let callee, let arguments):
      guard let head = format(callee, shape) else { return nil }
      return spellCall(head, arguments, shape)
    case .method, .field, .await, .try: return spellChain(expression, shape)
    case .macro(let macro):
      return spell(macro, shape) ?? withoutMargin { spell(macro, shape) }.flatMap { admitted($0, shape) }
    case .structure(let path, let fields, let base): return spellStructure(path, fields, base: base, shape)
    case .closure(let closure): return spell(closure, shape)
    case .block(let block):
      return asStatement ? spellBlockLines(block, shape) : spellBlock(block, shape)
    case .asyncBlock(let isMove, let block): return spellAsync(isMove: isMove, block, shape)
    case .if(let condition, let then, let otherwise):
      let flow = ControlFlow(keyword: "if", condition: condition, block: then, otherwise: otherwise, mayBeOneLine: !asStatement)
      return spell(flow, shape)
    case .loop(let block): return spell(ControlFlow(keyword: "loop", block: block), shape)
    case .while(let condition, let block):
      return spell(ControlFlow(keyword: "while", condition: condition, block: block), shape)
    case .for(let pattern, let value, let block):
      return spell(ControlFlow(keyword: "for", pattern: pattern, condition: value, block: block), shape)
    case .match(let value, let arms): return spellMatch(value, arms, shape)
    case .letCondition(let pattern, let value):
      guard let inside = shape.after(4), let text = spell(pattern, inside) else { return nil }
      return spellAssignment("let \(text) =", value, shape)
    case .prefix(let token, let value): return spellPrefix(token, value, shape)
    case .reference(let isMutable, let value): return spellPrefix(isMutable ? "&mut " : "&", value, shape)
    case .binary: return spellBinary(expression, shape)
    case .assign(let place, let token, let value):
      guard let left = shape.reserving(token.utf8.count + 1).flatMap({ format(place, $0) }) else { return nil }
      return spellAssignment("\(left) \(token)", value, shape)
    case .cast(let value, let type):
      return spellPair(
        " as ", isFront: true, shape, left: { self.format(value, $0) }, right: { self.spell(type, $0) })
    case .range(let start, let end, let isClosed): return spellRange(start, end, isClosed ? "..=" : "..", shape)
    case .index(let value, let position): return spellIndex(value, position, shape)
    case .parenthesized(let inner):
      return shape.after(1)?.reserving(1).flatMap { format(inner, $0) }.map { "(\($0))" }
    case .tuple(let items):
      return spellDelimited(
        "", items.map { argument($0) }, "(", ")", shape, itemLimit: Self.callWidth, trailing: items.count == 1 ? .always : nil)
    case .array(let items):
      return spellDelimited("", items.map { argument($0) }, "[", "]", shape, itemLimit: Self.arrayWidth)
    case .repeat(let value, let count):
      return spellPair(
        prefix: "[", "; ", suffix: "]", isFront: false, shape, left: { self.format(value, $0) },
        right: { self.format(count, $0) })
    case .return(let value): return value.map { spellPrefix("return ", $0, shape) } ?? "return"
    case .break(let value): return value.map { spellPrefix("break ", $0, shape) } ?? "break"
    case .continue: return "continue"
    }
  }

  func spellPrefix(_ token: String, _ value: RustExpr, _ shape: TextShape) -> String? {
    shape.after(token.utf8.count).flatMap { format(value, $0) }.map { token + $0 }
  }

  private func spellRange(_ start: RustExpr?, _ end: RustExpr?, _ token: String, _ shape: TextShape) -> String? {
    switch (start, end) {
    case (let start?, let end?):
      return spellPair(token, isFront: true, shape, left: { self.format(start, $0) }, right: { self.format(end, $0) })
    case (nil, let end?): return spellPrefix(token, end, shape)
    case (let start?, nil): return shape.reserving(token.utf8.count).flatMap { format(start, $0) }.map { $0 + token }
    case (nil, nil): return token
    }
  }

  private func spellIndex(_ value: RustExpr, _ position: RustExpr, _ shape: TextShape) -> String? {
    guard let head = format(value, shape) else { return nil }
    let offset = head.lastLineColumns + 1
    let reserved = shape.reserved(before: limit)
    let inside =
      head.isMultiline
      ? TextShape(indent: shape.indent, width: limit).after(offset)?.reserving(1 + reserved) : shape.after(offset)?.reserving(1)
    let same = inside.flatMap { format(position, $0) }
    if let same, !same.isMultiline { return "\(head)[\(same)]" }
    let indent = shape.indent + Self.indentWidth
    guard let below = line(indent).after(1)?.reserving(1 + reserved) else { return nil }
    let next = format(position, below)
    if let next, !next.isMultiline || same == nil { return "\(head)\(String.newline(indent: indent))[\(next)]" }
    return same.map { "\(head)[\($0)]" }
  }
}

extension RustExpr {
  /// Whether rustfmt ends the expression with `;` where it stands as a statement.
  var takesSemicolon: Bool {
    switch kind {
    case .return, .break, .continue: true
    default: false
    }
  }
}
