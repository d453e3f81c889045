import SpecWriting

extension PythonPrinter {
  /// A statement, and the note for tools at the end of its first line.
  func spell(_ statement: PythonStatement, _ note: Document = .empty) -> Document {
    switch statement {
    case .expression(let value): .concat(spellAlone(value), note)
    case .assign(let targets, let value): spellAssignment(targets, value, note)
    case .annotated(let target, let type, let value): spellAnnotated(target, type, value, note)
    case .augmented(let target, let op, let value): spellAugmented(target, op, value, note)
    case .return(let value): value.map { .concat("return ", spellReturned($0, note)) } ?? .concat("return", note)
    case .raise(let error, let cause): .concat(spellRaise(error, cause), note)
    case .assert(let test, let message): .concat(spellAssert(test, message), note)
    case .delete(let targets): .concat("del ", spellDeleted(targets), note)
    case .pass: .concat("pass", note)
    case .break: .concat("break", note)
    case .continue: .concat("continue", note)
    case .global(let names): .concat(.text("global " + names.joined(separator: ", ")), note)
    case .nonlocal(let names): .concat(.text("nonlocal " + names.joined(separator: ", ")), note)
    case .if(let branches, let otherwise): spellIf(branches, otherwise, note)
    case .for(let loop): spell(loop, note)
    case .while(let test, let body, let otherwise):
      .concat(clause(.concat("while ", formatOptional(test, .ifBroken)), body, note), spellElse(otherwise))
    case .with(let with): spell(with, note)
    case .try(let attempt): spell(attempt, note)
    case .match(let subject, let cases): spellMatch(subject, cases, note)
    case .function(let function): spell(function, note)
    case .class(let type): spell(type, note)
    case .comment(let text): spellComment(text)
    case .description(let text): spellDocstring(text) ?? .empty
    case .blank: .empty
    case .noted(let inner, let pragma): spell(inner, .concat(pragma.document, note))
    }
  }

  private func spellAlone(_ value: PythonExpr) -> Document {
    switch value.kind {
    case .binary, .boolean, .compare, .unary: formatOptional(value, .optional)
    case .walrus: format(value, .always)
    default: format(value)
    }
  }

  private func spellReturned(_ value: PythonExpr, _ note: Document) -> Document {
    guard case .tuple(let items) = value.bare.kind, items.count > 1 else { return spellValue(value, note) }
    return .concat(spellBareTuple(items, prefersBrackets: items.count == 2), note)
  }

  private func spellRaise(_ error: PythonExpr?, _ cause: PythonExpr?) -> Document {
    guard let error else { return "raise" }
    let head = Document.concat("raise ", formatOptional(error, .optional))
    return cause.map { .concat(head, " from ", formatOptional($0, .optional)) } ?? head
  }

  private func spellAssert(_ test: PythonExpr, _ message: PythonExpr?) -> Document {
    guard let message else { return .concat("assert ", formatOptional(test, .ifBroken)) }
    return .concat("assert ", formatOptional(test, .ifBrokenOrLong), ", ", formatOptional(message, .ifBrokenOrLong))
  }

  private func spellDeleted(_ targets: [PythonExpr]) -> Document {
    if targets.count == 1 { return format(targets[0]) }
    return parenthesesIfBroken { Self.commaSeparated(targets.map { format($0) }) }
  }
}

extension PythonPragma {
  /// The comment for the end of a line. ruff does not count the width of those that linters and type checkers read.
  var document: Document { .suffix("  " + text, takesRoom: self == .noCover) }
}
