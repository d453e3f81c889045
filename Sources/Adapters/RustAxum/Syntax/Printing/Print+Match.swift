import SpecWriting

extension RustPrinter {
  func spellMatch(_ value: RustExpr, _ arms: [RustArm], _ shape: TextShape) -> String? {
    let fresh = TextShape(indent: shape.indent, offset: shape.offset, width: max(0, limit - shape.column))
    guard let inside = fresh.after(6), let head = format(value, inside) else { return nil }
    if arms.isEmpty { return "match \(head) {}" }
    let isTall = head.isMultiline || head.utf8.count + 2 > inside.width
    let brace = isTall && !head.isExtendable ? String.newline(indent: shape.indent) : " "
    let arm = block(shape).widened(to: limit)
    var text = "match \(head)\(brace){"
    for part in arms {
      guard let spelled = spell(part, arm) else { return nil }
      text += String.newline(indent: arm.indent) + spelled
    }
    return text + String.newline(indent: shape.indent) + "}"
  }

  private func spell(_ arm: RustArm, _ shape: TextShape) -> String? {
    guard let inside = shape.reserving(5), let pattern = spell(arm.pattern, inside) else { return nil }
    var guardText = ""
    if let condition = arm.guardCondition {
      guard let spelled = spellGuard(condition, pattern, shape) else { return nil }
      guardText = spelled
    }
    return spellArm(arm.body, pattern + guardText, shape, tallGuard: guardText.isMultiline)
  }

  private func spellGuard(_ condition: RustExpr, _ pattern: String, _ shape: TextShape) -> String? {
    let width = pattern.trimmedLastLineColumns
    if !pattern.isMultiline || width <= Self.indentWidth,
      let inside = shape.after(width + 4)?.reserving(5), let text = format(condition, inside),
      !text.isMultiline || width <= Self.indentWidth
    {
      return " if \(text)"
    }
    let below = line(shape.indent + Self.indentWidth)
    return below.after(3)?.reserving(5).flatMap { format(condition, $0) }.map {
      "\(String.newline(indent: below.indent))if \($0)"
    }
  }

  private func spellArm(_ body: RustExpr, _ head: String, _ shape: TextShape, tallGuard: Bool) -> String? {
    // Braces keep a condition that needs several lines apart from the pattern.
    var body = body
    let condition = shape.after(head.extent(in: shape) + 4).flatMap { spellCondition(of: body, $0) }
    if condition?.isMultiline == true { body = kept(.block([.tail(body)])) }
    var isBlock = false
    var isEmpty = false
    if case .block(let block) = body.kind {
      isBlock = true
      isEmpty = block.isEmpty
    }
    let comma = isBlock ? "" : ","
    let nextIndent = !isBlock || isEmpty ? shape.indent + Self.indentWidth : shape.indent
    let forbidsSameLine = tallGuard && head.isMultiline && !isEmpty

    let sameShape = shape.after(head.extent(in: shape) + 4)?.reserving(comma.utf8.count)
    var same: String?
    if !forbidsSameLine, let sameShape {
      same = format(body, sameShape, asStatement: true)
      if let same, isBlock || (!same.isMultiline && same.columns <= sameShape.width) { return "\(head) => \(same)\(comma)" }
    }
    let next = format(body, line(nextIndent), asStatement: true)
    let here = same.map { "\(head) => \($0)\(comma)" }
    guard let next else { return here }
    let below = spellBelow(next, body, head, shape, isBlock: isBlock, nextIndent: nextIndent, forbidsSameLine: forbidsSameLine)
    guard let same, let here else { return below }
    if Self.isBetterBelow(next, than: same) { return below }
    if body.mayFollowArrow, same.firstLineColumns <= sameShape?.width ?? 0 { return here }
    return same.isMultiline ? below : here
  }

  private func spellBelow(
    _ text: String, _ body: RustExpr, _ head: String, _ shape: TextShape, isBlock: Bool, nextIndent: Int, forbidsSameLine: Bool
  ) -> String {
    let newline = String.newline(indent: nextIndent)
    if isBlock { return "\(head) =>\(newline)\(text)" }
    let end = String.newline(indent: shape.indent)
    // Braces around a `return …;` stay, and must find their place as any block's.
    let hasNoPlace = body.takesSemicolon && shape.after(head.extent(in: shape) + 4) == nil
    let brace = forbidsSameLine || hasNoPlace ? end + "{" : " {"
    return "\(head) =>\(brace)\(newline)\(text)\(body.takesSemicolon ? ";" : "")\(end)}"
  }
}

extension RustExpr {
  /// Whether the expression may begin behind `=>` and go on below.
  fileprivate var mayFollowArrow: Bool {
    switch kind {
    case .loop, .match, .block, .closure, .array, .call, .method, .macro, .structure, .tuple: true
    case .reference(_, let value), .try(let value), .prefix(_, let value), .index(let value, _), .cast(let value, _):
      value.mayFollowArrow
    default: false
    }
  }
}
