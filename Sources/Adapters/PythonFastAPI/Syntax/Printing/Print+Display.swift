import SpecWriting

extension PythonPrinter {
  func spellDisplay(_ open: String, _ items: [PythonExpr], _ close: String) -> Document {
    if items.isEmpty { return .text(open + close) }
    return bracketed(open, close) { Self.commaSeparated(items.map { format($0) }) }
  }

  /// A tuple in parentheses.
  func spellTuple(_ items: [PythonExpr]) -> Document {
    if items.count == 1 { return bracketed("(", ")") { .concat(format(items[0]), ",") } }
    return spellDisplay("(", items, ")")
  }

  /// A tuple without parentheses, as a target or behind `return`. Of one item it has them: the comma alone is easy to miss.
  ///
  /// - Parameter prefersBrackets: whether a break in the brackets of an item is better than parentheses.
  func spellBareTuple(_ items: [PythonExpr], prefersBrackets: Bool) -> Document {
    if items.count < 2 { return spellTuple(items) }
    let content = { Self.commaSeparated(items.map { self.format($0) }) }
    return prefersBrackets ? optionalParentheses(content) : parenthesesIfBroken(content)
  }

  func spell(_ entries: [PythonEntry]) -> Document {
    if entries.isEmpty { return "{}" }
    return bracketed("{", "}") {
      Self.commaSeparated(
        entries.map { entry in
          guard let key = entry.key else { return .group(.concat("**", format(entry.value))) }
          return .group(.concat(format(key), ": ", format(entry.value)))
        })
    }
  }

  func spell(_ comprehension: PythonComprehension) -> Document {
    let (open, close) =
      switch comprehension.kind {
      case .list: ("[", "]")
      case .set, .dict: ("{", "}")
      case .generator: ("(", ")")
      }
    return bracketed(open, close) { .group(spellContent(comprehension)) }
  }

  func spellContent(_ comprehension: PythonComprehension) -> Document {
    var parts: [Document] = []
    if case .dict(let key) = comprehension.kind {
      parts = [.group(format(key)), ": ", format(comprehension.element)]
    } else {
      parts = [.group(format(comprehension.element))]
    }
    for clause in comprehension.clauses {
      parts += [.line, clause.isAsync ? "async for " : "for ", spellTarget(clause.target), " in ", format(clause.values)]
      for condition in clause.conditions { parts += [.line, "if ", format(condition)] }
    }
    return .concat(parts)
  }

  /// The target of a comprehension: a tuple has no parentheses there.
  private func spellTarget(_ target: PythonExpr) -> Document {
    guard case .tuple(let items) = target.kind, items.count > 1 else { return format(target) }
    return .joined(items.map { format($0) }, separator: ", ")
  }
}
