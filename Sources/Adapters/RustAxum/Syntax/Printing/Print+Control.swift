import SpecWriting

/// `if`, `while`, `for` and `loop`, which rustfmt formats by the same rules.
struct ControlFlow {
  var keyword: String
  var pattern: RustPattern?
  var condition: RustExpr?
  var block: RustBlock
  var otherwise: RustExpr?
  var mayBeOneLine = false
  /// Whether this is the `if` of an `else if`.
  var isNested = false

  init(
    keyword: String, pattern: RustPattern? = nil, condition: RustExpr? = nil, block: RustBlock, otherwise: RustExpr? = nil,
    mayBeOneLine: Bool = false, isNested: Bool = false
  ) {
    self.keyword = keyword
    self.pattern = pattern
    self.condition = condition
    self.block = block
    self.otherwise = otherwise
    self.mayBeOneLine = mayBeOneLine
    self.isNested = isNested
  }
}

extension RustPrinter {
  func spell(_ flow: ControlFlow, _ shape: TextShape) -> String? {
    guard let head = spellHead(flow, shape) else { return nil }
    if head.isComplete { return head.text }
    var width = max(0, shape.width - head.used)
    if flow.otherwise != nil || flow.isNested { width = min(1, width) }
    var text = head.text + spellBlockLines(flow.block, TextShape(indent: shape.indent, offset: shape.offset, width: width))
    guard let otherwise = flow.otherwise else { return text }
    let fresh = line(shape.indent)
    text += " else "
    if case .if(let condition, let block, let next) = otherwise.kind {
      let nested = ControlFlow(keyword: "if", condition: condition, block: block, otherwise: next, isNested: true)
      return spell(nested, fresh).map { text + $0 }
    }
    let narrow = TextShape(indent: fresh.indent, width: min(1, fresh.width))
    return format(otherwise, narrow, asStatement: true).map { text + $0 }
  }

  /// The condition of a control flow expression or a `match`, for the decision whether it needs several lines.
  func spellCondition(of expression: RustExpr, _ shape: TextShape) -> String? {
    switch expression.kind {
    case .match(let value, _): return shape.after(8).flatMap { format(value, $0) }
    case .if(let condition, let then, let otherwise):
      let flow = ControlFlow(keyword: "if", condition: condition, block: then, otherwise: otherwise, mayBeOneLine: true)
      return spellHead(flow, shape)?.text
    case .while(let condition, let block):
      return spellHead(ControlFlow(keyword: "while", condition: condition, block: block), shape)?.text
    case .for(let pattern, let value, let block):
      return spellHead(ControlFlow(keyword: "for", pattern: pattern, condition: value, block: block), shape)?.text
    case .loop(let block): return spellHead(ControlFlow(keyword: "loop", block: block), shape)?.text
    default: return nil
    }
  }

  private struct Head {
    var text: String
    var used = 0
    var isComplete = false
  }

  /// Everything before the block; or all of `if a { b } else { c }`.
  private func spellHead(_ flow: ControlFlow, _ shape: TextShape) -> Head? {
    var fresh = TextShape(indent: shape.indent, offset: shape.offset, width: max(0, limit - shape.column))
    if flow.isNested {
      guard let behind = fresh.after(7) else { return nil }
      fresh = behind
    }
    let offset = flow.keyword.utf8.count + 1
    var condition = ""
    if let value = flow.condition {
      guard let spelled = spellCondition(flow, value, fresh, offset) else { return nil }
      condition = spelled
    }
    let budget = max(0, limit - (fresh.column + offset + 2))
    let isTall = condition.isMultiline || condition.utf8.count > budget
    let bracesBelow = isTall && (!condition.isExtendable || Self.lastLineIndent(condition) > shape.column)
    if flow.mayBeOneLine, let text = oneLineIf(flow, condition, shape) { return Head(text: text, isComplete: true) }
    let gap = condition.isEmpty || condition.hasPrefix("\n") ? "" : " "
    let brace = bracesBelow ? String.newline(indent: shape.indent) : " "
    return Head(
      text: flow.keyword + gap + condition + brace,
      used: condition.isMultiline ? condition.lastLineColumns : flow.keyword.utf8.count + condition.utf8.count + 2)
  }

  private func spellCondition(_ flow: ControlFlow, _ value: RustExpr, _ shape: TextShape, _ offset: Int) -> String? {
    guard let inside = shape.after(offset) else { return nil }
    if let pattern = flow.pattern {
      guard let spelled = inside.reserving(3).flatMap({ spell(pattern, $0) }) else { return nil }
      return spellAssignment("\(spelled) in", value, inside)
    }
    if case .letCondition(let pattern, let matched) = value.kind {
      guard let spelled = inside.after(4)?.reserving(2).flatMap({ spell(pattern, $0) }) else { return nil }
      return spellAssignment("let \(spelled) =", matched, inside)
    }
    if let text = format(value, inside) { return text }
    guard flow.keyword != "if" else { return nil }
    let below = block(shape).widened(to: limit)
    return format(value, below).map { String.newline(indent: below.indent) + $0 }
  }

  private func oneLineIf(_ flow: ControlFlow, _ condition: String, _ shape: TextShape) -> String? {
    guard case .block(let otherwise)? = flow.otherwise?.kind, !condition.isMultiline,
      let first = flow.block.simpleExpression, let second = otherwise.simpleExpression
    else { return nil }
    let fixed = flow.keyword.utf8.count + "  {  } else {  }".utf8.count
    guard let room = TextShape(indent: 0, width: shape.width).reserving(condition.utf8.count + fixed),
      let yes = format(first, room), let less = room.reserving(yes.utf8.count), let no = format(second, less),
      !yes.isMultiline, !no.isMultiline
    else { return nil }
    let text = "\(flow.keyword) \(condition) { \(yes) } else { \(no) }"
    return text.utf8.count <= min(shape.width, Self.singleLineIfWidth) ? text : nil
  }

  /// The spaces before the last line of a text; 0 for one line.
  private static func lastLineIndent(_ text: String) -> Int {
    var spaces = 0
    for byte in text.utf8.reversed() {
      if byte == 0x0A { break }
      spaces = byte == 0x20 ? spaces + 1 : 0
    }
    return spaces
  }
}
