import SpecWriting

extension RustPrinter {
  /// Spells operands of one operator: on one line, or with the operator in front of each further line.
  func spellBinary(_ expression: RustExpr, _ shape: TextShape) -> String? {
    guard case .binary(let left, let op, let right) = expression.kind else { return nil }
    let operands = Self.operands(of: expression, joinedBy: op)
    let nested = block(shape).widened(to: limit).reserving(shape.reserved(before: limit))
    let texts = operands.enumerated().map { index, operand -> String? in
      if index == 0 { return format(operand, shape) }
      return nested?.after(op.rawValue.utf8.count + 1).flatMap { format(operand, $0) }
    }
    let lets = operands.filter(\.isLetCondition).count
    let mayBeOneLine = lets == 0 || (operands.count == 2 && operands[0].isPlainName && operands[1].isLetCondition)
    if mayBeOneLine, let text = oneLine(operands, texts, op, shape) { return text }
    if let nested, let text = manyLines(operands, texts, op, shape, nested) { return text }
    return spellPair(
      " \(op.rawValue) ", isFront: true, shape, left: { self.format(left, $0) }, right: { self.format(right, $0) })
  }

  private static func operands(of expression: RustExpr, joinedBy op: RustOperator) -> [RustExpr] {
    var reversed: [RustExpr] = []
    var current = expression
    while case .binary(let left, op, let right) = current.kind {
      reversed.append(right)
      current = left
    }
    reversed.append(current)
    return reversed.reversed()
  }

  private func oneLine(_ operands: [RustExpr], _ texts: [String?], _ op: RustOperator, _ shape: TextShape) -> String? {
    var text = ""
    for operand in texts.dropLast() {
      guard let operand, !operand.isMultiline, text.utf8.count <= shape.width else { return nil }
      text += "\(operand) \(op.rawValue) "
    }
    let prefix = text.utf8.count
    guard let behind = shape.after(text.lastLineColumns), let last = format(operands[operands.count - 1], behind) else {
      return nil
    }
    text += last
    if text.firstLineColumns > shape.width { return nil }
    if text.isMultiline, !last.hasPrefix("{"), last.hasPrefix("(") || prefix > Self.indentWidth { return nil }
    return admitted(text, shape)
  }

  private func manyLines(
    _ operands: [RustExpr], _ texts: [String?], _ op: RustOperator, _ shape: TextShape, _ nested: TextShape
  ) -> String? {
    guard var text = texts[0] else { return nil }
    for (operand, spelled) in zip(operands, texts).dropFirst() {
      let offset = text.isMultiline ? 0 : shape.column
      if text.lastLineColumns + offset <= nested.column,
        let behind = shape.after(op.rawValue.utf8.count + 2 + text.trimmedLastLineColumns),
        let close = format(operand, behind)
      {
        text += " \(op.rawValue) \(close)"
        continue
      }
      guard let spelled else { return nil }
      text += "\(String.newline(indent: nested.indent))\(op.rawValue) \(spelled)"
    }
    return text
  }

  /// Spells two parts with something between them, on one line if the second allows it.
  ///
  /// - Parameter isFront: whether the infix goes to the next line with the second part.
  func spellPair(
    prefix: String = "", _ infix: String, suffix: String = "", isFront: Bool, _ shape: TextShape,
    left: (TextShape) -> String?, right: (TextShape) -> String?
  ) -> String? {
    let trimmed = infix.trimmingSpaces(atStart: false)
    let overhead = isFront ? shape.column : shape.column + prefix.utf8.count + trimmed.utf8.count
    let leftShape = TextShape(indent: shape.indent, offset: shape.offset, width: max(0, limit - overhead))
    guard let first = left(leftShape).map({ prefix + $0 }) else { return nil }
    if let same = shape.after(first.lastLineColumns + infix.utf8.count)?.reserving(suffix.utf8.count).flatMap(right) {
      let mayHang = first.utf8.count <= Self.indentWidth || same.firstLineEnds(with: "{")
      if !same.isMultiline || mayHang,
        first.lastLineColumns + infix.utf8.count + same.firstLineColumns + suffix.utf8.count <= shape.width
      {
        return first + infix + same + suffix
      }
    }
    guard var below = nextLine(shape) else { return nil }
    let newline = String.newline(indent: below.indent)
    let token = isFront ? infix.trimmingSpaces(atStart: true) : trimmed
    if isFront {
      guard let behind = below.after(token.utf8.count) else { return nil }
      below = behind
    }
    guard let second = right(below) else { return nil }
    return first + (isFront ? newline + token : token + newline) + second + suffix
  }
}

extension String {
  func trimmingSpaces(atStart: Bool) -> String {
    atStart ? String(drop { $0 == " " }) : String(reversed().drop { $0 == " " }.reversed())
  }
}

extension RustExpr {
  var isLetCondition: Bool { if case .letCondition = kind { true } else { false } }

  /// One name, maybe behind `!`, `&`, `?` or in parentheses.
  var isPlainName: Bool {
    switch kind {
    case .path(let path): path.isSingleSegment && path.generics.isEmpty
    case .prefix(_, let value), .reference(_, let value), .parenthesized(let value), .try(let value): value.isPlainName
    default: false
    }
  }
}
