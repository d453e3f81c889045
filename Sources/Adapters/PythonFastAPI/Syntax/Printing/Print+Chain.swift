import SpecWriting

/// How a chain of attributes, calls and subscripts breaks.
enum PythonChainLayout {
  /// Not decided yet: this is where the chain ends.
  case undecided
  /// A line for each call, with its dot first.
  case fluent
  /// Between its own brackets only.
  case plain
}

extension PythonExpr {
  /// Whether a chain is fluent where it has parentheses around it: if it has two attributes or more behind a call, a subscript
  /// or parentheses.
  var isFluent: Bool {
    var attributes = 0
    var current = self
    while true {
      switch current.kind {
      case .attribute(let value, _):
        if value.isParenthesized { return attributes + 1 >= 2 }
        switch value.kind {
        case .call, .subscript: attributes += 1
        default: break
        }
        current = value
      case .call(let inner, _), .subscript(let inner, _):
        if inner.isParenthesized { return attributes >= 2 }
        current = inner
      default: return attributes >= 2
      }
    }
  }
}

extension PythonPrinter {
  func spellChain(_ expression: PythonExpr, _ given: PythonChainLayout = .undecided) -> Document {
    let layout: PythonChainLayout =
      given == .undecided ? (level.isParenthesized && expression.isFluent ? .fluent : .plain) : given
    let inner: Document
    switch expression.kind {
    case .attribute(let value, let name):
      let breaks: Document = layout == .fluent && value.endsWithBrackets ? .softLine : .empty
      inner = .concat(spellLink(value, layout), breaks, .text("." + name))
    case .call(let callee, let arguments): inner = .concat(spellLink(callee, layout), spell(arguments))
    case .subscript(let value, let items):
      inner = .concat(spellLink(value, layout), bracketed("[", "]") { spellIndex(items) })
    default: return format(expression, .never)
    }
    return given == .undecided && layout == .fluent ? .group(inner) : inner
  }

  private func spellLink(_ value: PythonExpr, _ layout: PythonChainLayout) -> Document {
    switch value.kind {
    case .parenthesized: format(value, .always)
    case .attribute, .call, .subscript: spellChain(value, layout)
    default: format(value, .never)
    }
  }

  /// The parentheses of a call or a class.
  func spell(_ arguments: [PythonArgument]) -> Document {
    if arguments.isEmpty { return "()" }
    return bracketed("(", ")") {
      if arguments.count == 1, case .positional(let value) = arguments[0] {
        if case .comprehension(let comprehension) = value.kind, case .generator = comprehension.kind {
          return .group(spellContent(comprehension))
        }
        return .group(Self.commaSeparated([format(value)]))
      }
      return .group(Self.commaSeparated(arguments.map(spell)))
    }
  }

  private func spell(_ argument: PythonArgument) -> Document {
    switch argument {
    case .positional(let value): format(value)
    case .keyword(let name, let value): .concat(.text(name + "="), format(value))
    case .star(let value): .concat("*", format(value))
    case .doubleStar(let value): .concat("**", format(value))
    }
  }

  private func spellIndex(_ items: [PythonExpr]) -> Document {
    if items.count == 1 { return format(items[0]) }
    return .group(Self.commaSeparated(items.map { format($0) }))
  }

  /// `lower:upper:step`, with spaces around the colons where a part is more than a name or a number.
  func spellSlice(_ lower: PythonExpr?, _ upper: PythonExpr?, _ step: PythonExpr?) -> Document {
    let isSimple = [lower, upper, step].allSatisfy { $0?.isSimpleBound ?? true }
    let space: Document = isSimple ? .empty : " "
    var parts: [Document] = []
    if let lower { parts += [format(lower), space] }
    parts.append(":")
    if let upper { parts += [space, format(upper)] }
    if let step {
      if upper != nil { parts.append(space) }
      parts += [":", space, format(step)]
    }
    return .concat(parts)
  }
}

extension PythonExpr {
  /// Whether a dot behind the expression may stand on its own line.
  fileprivate var endsWithBrackets: Bool {
    switch kind {
    case .parenthesized, .call, .subscript: true
    default: false
    }
  }

  fileprivate var isSimpleBound: Bool {
    switch kind {
    case .name, .number, .constant, .string: true
    case .unary(let op, let value): op != .not && value.isSimpleBound
    default: false
    }
  }
}
