import SpecWriting

extension PythonPrinter {
  /// What becomes of the parentheses around an expression.
  enum Parentheses { case kept, always, never }

  func format(_ expression: PythonExpr, _ parentheses: Parentheses = .kept) -> Document {
    if parentheses == .always || (parentheses == .kept && expression.isParenthesized) {
      return bracketed("(", ")") { spell(expression.bare) }
    }
    return at(level == .statement ? .expression(nil) : level) { spell(expression.bare) }
  }

  /// The expression itself, whatever stands around it.
  func spell(_ expression: PythonExpr) -> Document {
    switch expression.kind {
    case .name(let symbol): .text(imports.spelling(of: symbol))
    case .constant(let token), .number(let token): .text(token)
    case .string(let string): spell(string)
    case .quoted(let type): .text(PythonString(onOneLine(type)).joined)
    case .formatted(let parts): .text(spell(parts))
    case .attribute, .call, .subscript: spellChain(expression)
    case .slice(let lower, let upper, let step): spellSlice(lower, upper, step)
    case .tuple(let items): spellTuple(items)
    case .list(let items): spellDisplay("[", items, "]")
    case .set(let items): spellDisplay("{", items, "}")
    case .dict(let entries): spell(entries)
    case .comprehension(let comprehension): spell(comprehension)
    case .lambda(let parameters, let body): spellLambda(parameters, body)
    case .unary(let op, let value): .concat(.text(op.rawValue), format(value))
    case .binary, .compare, .boolean: spellOperators(expression)
    case .conditional(let value, let test, let otherwise): groupInParentheses(spellConditional(value, test, otherwise))
    case .await(let value): .concat("await ", value.isParenthesized ? format(value) : formatOptional(value, .ifBroken))
    case .yield(let value): value.map { .concat("yield ", format($0)) } ?? "yield"
    case .yieldFrom(let value): .concat("yield from ", format(value))
    case .walrus(let name, let value): .concat(.text("\(name) := "), format(value))
    case .starred(let value): .concat("*", format(value))
    case .bound(let value, let name): .concat(format(value), .text(" as \(name)"))
    case .parenthesized(let inner): format(inner, .always)
    }
  }

  private func spellConditional(_ value: PythonExpr, _ test: PythonExpr, _ otherwise: PythonExpr) -> Document {
    var parts = [format(value), lineInParentheses(), "if ", format(test), lineInParentheses(), "else "]
    if case .conditional(let value, let test, let last) = otherwise.kind {
      parts.append(spellConditional(value, test, last))
    } else {
      parts.append(groupInParentheses(format(otherwise)))
    }
    return .concat(parts)
  }

  /// One literal where it has room, else one for each part.
  private func spell(_ string: PythonString) -> Document {
    guard string.parts.count > 1, level.isParenthesized else { return .text(string.joined) }
    return groupInParentheses(.ifBroken(spellParts(string), flat: .text(string.joined)))
  }

  func spellParts(_ string: PythonString) -> Document {
    .joined(string.parts.map { .text($0.token) }, separator: lineInParentheses())
  }

  private func onOneLine(_ value: PythonExpr) -> String {
    at(.expression(nil)) { format(value) }.printed(width: .max / 2)
  }

  /// An f-string. Strings in its fields have the other quotes, as Python 3.11 wants.
  private func spell(_ parts: [PythonFormatPart]) -> String {
    var text = ""
    for part in parts { if case .text(let literal) = part { text += literal } }
    let quote = PythonString.preferredQuote(for: text.utf8)
    let other: Character = quote == "\"" ? "'" : "\""
    var content = ""
    for part in parts {
      switch part {
      case .text(let literal): content += PythonString.escaped(PythonExpr.doubled(literal), quote: quote)
      case .value(let value, let conversion, let spec):
        let field = onOneLine(value)
        content += "{" + String(field.map { $0 == "\"" ? other : $0 })
        content += (conversion.isEmpty ? "" : "!" + conversion) + (spec.isEmpty ? "" : ":" + spec) + "}"
      }
    }
    return "f\(quote)\(content)\(quote)"
  }
}
