import SpecWriting

extension PythonPrinter {
  /// `first = second = value`
  func spellAssignment(_ targets: [PythonExpr], _ value: PythonExpr, _ note: Document) -> Document {
    guard let last = targets.last else { return .empty }
    guard targets.count > 1 else {
      if last.breaksAsTarget { return spellRightFirst(spellLastTarget(last), "=", value, note) }
      return .concat(format(last), " = ", spellValue(value, note))
    }
    var parts = [spellFirstTarget(targets[0]), " = "]
    for target in targets[1..<(targets.count - 1)] {
      let needsNone = target.isBracketedTarget
      parts += [needsNone ? spellFirstTarget(target) : parenthesesIfBroken { format(target, .never) }, " = "]
    }
    return .concat(parts + [spellRightFirst(spellLastTarget(last), "=", value, note)])
  }

  /// `target: type = value`
  func spellAnnotated(_ target: PythonExpr, _ type: PythonExpr, _ value: PythonExpr?, _ note: Document) -> Document {
    let head = Document.concat(format(target), ": ")
    guard let value else { return .concat(head, spellValue(type, note)) }
    if type.isSplittable { return .concat(head, spellRightFirst(spellLastTarget(type), "=", value, note)) }
    return .concat(head, format(type, .never), " = ", spellValue(value, note))
  }

  func spellAugmented(_ target: PythonExpr, _ op: PythonBinary, _ value: PythonExpr, _ note: Document) -> Document {
    let token = op.rawValue + "="
    if target.breaksAsTarget { return spellRightFirst(spellLastTarget(target), token, value, note) }
    return .concat(format(target), .text(" \(token) "), spellValue(value, note))
  }

  private func spellFirstTarget(_ target: PythonExpr) -> Document {
    if case .tuple(let items) = target.kind { return spellBareTuple(items, prefersBrackets: false) }
    return format(target)
  }

  /// What stands directly before the operator; it breaks only if the value cannot.
  private func spellLastTarget(_ target: PythonExpr) -> Document {
    if target.isBracketedTarget { return spellFirstTarget(target) }
    let content = { self.format(target, .never) }
    return PythonBracketSearch.mayOmitParentheses(target) ? optionalParentheses(content) : parenthesesIfBroken(content)
  }

  /// The value at the end of a statement whose beginning does not break. A note for tools goes into its parentheses with a value
  /// that has no place to break.
  func spellValue(_ value: PythonExpr, _ note: Document) -> Document {
    let inner = value.bare
    if case .string(let string) = inner.kind, string.parts.count > 1 { return spellParts(string, note) }
    guard isInlined(inner), !level.isParenthesized else { return .concat(formatAssigned(inner), note) }
    let group = newGroup()
    let content = at(.expression(group)) { format(inner, .never) }
    return .concat(
      parenthesesIfTheyHelp(group, .concat(content, .only(.broken(group), note))), .only(.flat(group), note))
  }

  /// A long string: as one literal if it fits, also in parentheses, or else its parts in parentheses.
  private func spellParts(_ string: PythonString, _ note: Document) -> Document {
    let group = newGroup()
    let joined = Document.text(string.joined)
    let parts = at(.expression(group)) { spellParts(string) }
    return .choice(
      [
        .concat(joined, note),
        .group(.concat("(", Self.block(.concat(joined, note)), ")"), id: group, breaks: true),
        .group(.concat(Self.forcedParentheses(parts), note), id: group, breaks: true),
      ], allLines: true)
  }

  private func formatAssigned(_ value: PythonExpr) -> Document {
    guard case .lambda(let parameters, let body) = value.kind else { return formatOptional(value, .ifBroken) }
    let content = { self.spellLambda(parameters, body, isAssigned: true) }
    return PythonBracketSearch.mayOmitParentheses(value) ? optionalParentheses(content) : parenthesesIfBroken(content)
  }

  /// `target = value`, where the value gets parentheses before the target breaks.
  private func spellRightFirst(_ target: Document, _ op: String, _ value: PythonExpr, _ note: Document) -> Document {
    let inner = value.bare
    let head = Document.concat(target, .text(" \(op) "))
    if case .string(let string) = inner.kind, string.parts.count > 1 { return spellRightFirst(target, op, string, note) }
    guard isInlined(inner) || isUnsplittableChain(inner) else { return .concat(head, formatAssigned(inner), note) }
    let content = format(inner, .never)
    let parenthesized = Document.concat("(", .group(Self.block(.concat(content, note)), breaks: true), ")")
    let split = Document.concat(.group(target, breaks: true), .text(" \(op) "), content, note)
    var layouts = [Document.concat(head, content, note)]
    switch inner.kind {
    case .call, .subscript, .attribute: layouts.append(.concat(head, .group(content, breaks: true), note))
    default: break
    }
    return .choice(layouts + [.concat(head, parenthesized), split])
  }

  private func spellRightFirst(_ target: Document, _ op: String, _ string: PythonString, _ note: Document) -> Document {
    let middle = Document.text(" \(op) ")
    let group = newGroup()
    let joined = Document.concat(.text(string.joined), note)
    let flat = Document.concat("(", .group(Self.block(joined), breaks: true), ")")
    let parts = at(.expression(group)) { spellParts(string) }
    let several = Document.concat("(", .group(Self.block(parts), id: group, breaks: true), ")", note)
    let broken = Document.group(target, breaks: true)
    return .choice(
      [
        .concat(target, middle, joined), .concat(target, middle, flat), .concat(target, middle, several),
        .concat(broken, middle, joined), .concat(broken, middle, flat), .concat(broken, middle, several),
      ], allLines: true)
  }

  /// Values without a place to break, which take a note for tools into their parentheses.
  private func isInlined(_ value: PythonExpr) -> Bool {
    switch value.kind {
    case .name, .constant(_), .number: true
    case .string(let string): string.parts.count == 1
    case .formatted: true
    default: false
    }
  }

  private func isUnsplittableChain(_ value: PythonExpr) -> Bool {
    switch value.kind {
    case .attribute, .call, .subscript: if case .ifTheyHelp = need(of: value) { true } else { false }
    default: false
    }
  }
}
