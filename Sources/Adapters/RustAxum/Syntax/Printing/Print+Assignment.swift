import SpecWriting

extension RustPrinter {
  /// Spells `left value`, where the left side ends with its `=` or `:`: the value on the same line, or below.
  func spellAssignment(_ left: String, _ value: RustExpr, _ shape: TextShape) -> String? {
    spellAssignment(left, shape) { self.format(value, $0) }
  }

  func spellAssignment(
    _ left: String, _ shape: TextShape, forcesNextLine: Bool = false, _ value: (TextShape) -> String?
  ) -> String? {
    let used = max(0, left.lastLineColumns - (left.isMultiline ? shape.indent : 0)) + 1
    let behind =
      shape.after(used) ?? TextShape(indent: shape.indent, offset: shape.offset + used, width: 0)
    let same = value(behind)
    if let same, same.isEmpty { return left }
    if let same, !same.isMultiline, same.columns <= behind.width { return "\(left) \(same)" }
    guard
      let below = forcesNextLine
        ? behind.widened(to: limit).reserving(behind.indent) : nextLine(behind)
    else { return nil }
    let next = value(below)
    let newline = String.newline(indent: behind.indent + Self.indentWidth)
    switch (same, next) {
    case (let same?, let next?):
      if !below.admits(next, limit: limit) { return "\(left) \(same)" }
      return forcesNextLine || Self.isBetterBelow(next, than: same) ? left + newline + next : "\(left) \(same)"
    case (nil, let next?): return left + newline + next
    case (let same?, nil): return "\(left) \(same)"
    case (nil, nil): return nil
    }
  }

  /// Whether a value reads better on a line of its own than begun behind `=` or `=>`.
  static func isBetterBelow(_ next: String, than same: String) -> Bool {
    if !next.isMultiline || same.lineBreaks > next.lineBreaks + 1 { return true }
    return (["(", "{", "["] as [Character]).contains { same.firstLineEnds(with: $0) && !next.firstLineEnds(with: $0) }
  }

  func spell(_ statement: RustLet, _ shape: TextShape) -> String? {
    guard let inside = shape.after(4)?.reserving(1), let pattern = spell(statement.pattern, inside) else { return nil }
    var text = "let " + pattern
    if let type = statement.type {
      let outer = pattern.isMultiline ? shape.widened(to: limit) : shape
      guard let room = outer.after(text.lastLineColumns + 2)?.reserving(2), let spelled = spell(type, room) else { return nil }
      text += ": " + spelled
    }
    guard let value = statement.value else { return text + ";" }
    guard let nested = shape.reserving(1), let assigned = spellAssignment(text + " =", value, nested) else { return nil }
    guard let otherwise = statement.otherwise else { return assigned + ";" }
    return spellElse(of: assigned, pattern, otherwise, shape, nested).map { $0 + ";" }
  }

  /// The `else` of `let … else`.
  private func spellElse(
    of assigned: String, _ pattern: String, _ block: RustBlock, _ shape: TextShape, _ nested: TextShape
  ) -> String? {
    let isBelow = pattern.isMultiline || !Self.holdsElse(assigned, nested)
    let text = assigned + (isBelow ? String.newline(indent: shape.indent) : " ") + "else "
    let room = max(0, min(shape.width, Self.singleLineLetElseWidth) - text.utf8.count)
    let mayBeOneLine = !isBelow && room > 0 && !text.isMultiline && block.statements.count <= 1
    guard let spelled = spellBlock(block, shape, mayBeOneLine: mayBeOneLine) else { return nil }
    if mayBeOneLine, !spelled.isMultiline, spelled.utf8.count + 1 > room {
      return spellBlock(block, shape, mayBeOneLine: false).map { text + $0 }
    }
    return text + spelled
  }

  private static func holdsElse(_ assigned: String, _ shape: TextShape) -> Bool {
    guard assigned.isMultiline else { return max(0, shape.width - assigned.utf8.count) >= 7 }
    guard let end = assigned.last, ")]}".contains(end) else { return false }
    let lastLine = assigned.suffix(assigned.lastLineColumns)
    return lastLine.prefix { $0 == " " }.count == shape.indent
  }
}
