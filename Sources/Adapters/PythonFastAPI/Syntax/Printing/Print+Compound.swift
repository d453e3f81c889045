import SpecWriting

extension PythonPrinter {
  /// `header:` and an indented body, which is `pass` where it says nothing.
  func clause(_ header: Document, _ body: [PythonStatement], _ note: Document = .empty) -> Document {
    .concat(header, ":", note, indented { spell(body, in: .block) })
  }

  /// `else:`, where something is said.
  func spellElse(_ body: [PythonStatement]) -> Document {
    body.isEmpty ? .empty : .concat(.hardLine, clause("else", body))
  }

  func spellIf(_ branches: [PythonBranch], _ otherwise: [PythonStatement], _ note: Document) -> Document {
    var parts: [Document] = []
    for (index, branch) in branches.enumerated() {
      if index > 0 { parts.append(.hardLine) }
      parts.append(
        clause(
          .concat(index == 0 ? "if " : "elif ", formatOptional(branch.test, .ifBroken)), branch.body, index == 0 ? note : .empty))
    }
    return .concat(parts + [spellElse(otherwise)])
  }

  func spell(_ loop: PythonLoop, _ note: Document) -> Document {
    let target: Document
    if case .tuple(let items) = loop.target.bare.kind {
      target = spellBareTuple(items, prefersBrackets: true)
    } else {
      target = formatOptional(loop.target, .ifBroken)
    }
    let header = Document.concat(loop.isAsync ? "async for " : "for ", target, " in ", formatOptional(loop.values, .ifBroken))
    return .concat(clause(header, loop.body, note), spellElse(loop.otherwise))
  }

  func spell(_ with: PythonWith, _ note: Document) -> Document {
    clause(.concat(with.isAsync ? "async with " : "with ", spell(with.items)), with.body, note)
  }

  private func spell(_ items: [PythonWith.Item]) -> Document {
    guard items.count == 1, let only = items.first else {
      return parenthesesIfBroken { Self.commaSeparated(items.map(spell)) }
    }
    if only.target == nil { return formatOptional(only.value, .ifBroken) }
    if PythonBracketSearch.mayOmitParentheses(only.value) { return optionalParentheses { spell(only) } }
    return parenthesesIfBroken { Self.commaSeparated([spell(only)]) }
  }

  private func spell(_ item: PythonWith.Item) -> Document {
    let value = format(item.value, .never)
    return item.target.map { .concat(value, " as ", format($0)) } ?? value
  }

  func spell(_ attempt: PythonTry, _ note: Document) -> Document {
    var parts = [clause("try", attempt.body, note)]
    for handler in attempt.handlers {
      var header: Document = "except"
      if let type = handler.type {
        header = .concat("except ", formatOptional(type, .ifBroken), handler.name.map { .text(" as \($0)") } ?? .empty)
      }
      parts += [.hardLine, clause(header, handler.body)]
    }
    parts.append(spellElse(attempt.otherwise))
    if !attempt.finally.isEmpty { parts += [.hardLine, clause("finally", attempt.finally)] }
    return .concat(parts)
  }

  func spellMatch(_ subject: PythonExpr, _ cases: [PythonCase], _ note: Document) -> Document {
    .concat(
      "match ", formatOptional(subject, .ifBroken), ":", note,
      indented { .joined(cases.map(spell), separator: .hardLine) })
  }

  private func spell(_ item: PythonCase) -> Document {
    var header = Document.concat("case ", formatOptional(item.pattern.expression, .ifBroken, at: .pattern))
    if let condition = item.condition { header = .concat(header, " if ", formatOptional(condition, .ifBrokenOrLong)) }
    return clause(header, item.body)
  }
}

extension PythonPattern {
  /// The pattern as an expression of the same spelling: patterns break as expressions do.
  var expression: PythonExpr {
    switch self {
    case .any: "_"
    case .capture(let name): .name(PythonSymbol(stringLiteral: name))
    case .value(let value), .singleton(let value): value
    case .sequence(let items): .list(items.map(\.expression))
    case .star(let name): PythonExpr.name(PythonSymbol(stringLiteral: name ?? "_")).starred
    case .mapping(let entries, let rest):
      .dict(
        entries.map { PythonEntry($0, $1.expression) }
          + (rest.map { [PythonEntry(unpacking: .name(PythonSymbol(stringLiteral: $0)))] } ?? []))
    case .class(let type, let items, let named):
      type.called(items.map { .positional($0.expression) } + named.map { .keyword($0, $1.expression) })
    case .or(let patterns): .union(patterns.map(\.expression))
    case .bound(let pattern, let name): PythonExpr(.bound(pattern.expression, name))
    }
  }
}
