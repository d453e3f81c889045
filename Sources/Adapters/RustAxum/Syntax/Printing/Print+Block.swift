import SpecWriting

extension RustPrinter {
  /// A block in expression position: `{ value }` where it fits.
  func spellBlock(_ block: RustBlock, _ shape: TextShape, mayBeOneLine: Bool = true) -> String? {
    let lines = spellBlockLines(block, shape)
    guard mayBeOneLine, lines.lineCount <= 3 else { return lines }
    return oneLineBlock("", block, shape) ?? lines
  }

  /// `{ value }` for a block that is one expression.
  func oneLineBlock(_ prefix: String, _ block: RustBlock, _ shape: TextShape) -> String? {
    guard let value = block.simpleExpression, let inside = shape.after(prefix.utf8.count) else { return nil }
    guard let spelled = format(value, inside, asStatement: value.takesSemicolon) else { return nil }
    let text = "\(prefix){ \(spelled) }"
    return text.utf8.count <= shape.width && !text.isMultiline ? text : nil
  }

  func spellAsync(isMove: Bool, _ block: RustBlock, _ shape: TextShape) -> String? {
    let prefix = isMove ? "async move " : "async "
    if let text = oneLineBlock(prefix, block, shape) { return text }
    let inside = TextShape(indent: shape.indent, width: max(0, shape.width - 6))
    return spellBlock(block, inside).map { prefix + $0 }
  }

  /// A block with a statement per line; `{}` when it is empty and has the room.
  func spellBlockLines(_ block: RustBlock, _ shape: TextShape) -> String {
    let end = String.newline(indent: shape.indent) + "}"
    let body = spellStatements(block.statements, indent: shape.indent + Self.indentWidth)
    if body.isEmpty { return shape.width >= 2 ? "{}" : "{" + end }
    return "{" + body + end
  }

  /// The statements, each on a new line.
  func spellStatements(_ statements: [RustStatement], indent: Int) -> String {
    // What a statement may break depends on nothing around its block.
    let before = (isInsideMacro, forcesOneLineChain, limit)
    (isInsideMacro, forcesOneLineChain, limit) = (false, false, Self.maxWidth)
    defer { (isInsideMacro, forcesOneLineChain, limit) = before }

    let newline = String.newline(indent: indent)
    var text = ""
    for (index, statement) in statements.enumerated() {
      if statement.isBlank {
        text += "\n"
        continue
      }
      text += newline + spell(statement, line(indent), isLast: index == statements.count - 1)
    }
    return text
  }

  private func spell(_ statement: RustStatement, _ shape: TextShape, isLast: Bool) -> String {
    switch statement {
    case .let(let statement): return fitting { spell(statement, line(shape.indent)) }
    case .expr(let expression):
      if expression.isBlockLike { return fitting { format(expression, line(shape.indent), asStatement: !isLast) } }
      return fitting { line(shape.indent).reserving(1).flatMap { format(expression, $0, asStatement: true) } } + ";"
    case .tail(let expression):
      if expression.takesSemicolon { return fitting { format(expression, line(shape.indent), asStatement: true) } + ";" }
      return fitting { format(expression, line(shape.indent), asStatement: !isLast) }
    case .item(let item): return spell(item, indent: shape.indent)
    case .comment(let text): return RustComment.line(text, indent: shape.indent)
    case .raw(let text): return Self.indented(text, by: shape.indent)
    case .blank: return ""
    }
  }
}
