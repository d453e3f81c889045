import SpecWriting

extension PythonPrinter {
  func spell(_ function: PythonFunction, _ note: Document) -> Document {
    let note = function.pragma.map { Document.concat($0.document, note) } ?? note
    var header = spell(function.parameters)
    if let result = function.result {
      let wish: Wish = function.parameters.count == 0 ? .ifBrokenOrLong : .ifBroken
      let position = Position.result(hasParameters: function.parameters.count > 0)
      header = .concat(header, " -> ", formatOptional(result, wish, at: position))
    }
    let head = Document.concat(
      spell(function.decorators), .text("\(function.isAsync ? "async " : "")def \(function.name)"), .group(header), ":")
    return .concat(head, body(function.body, function.documentation, .function, note))
  }

  func spell(_ type: PythonClass, _ note: Document) -> Document {
    let note = type.pragma.map { Document.concat($0.document, note) } ?? note
    let arguments = type.arguments.isEmpty ? Document.empty : spell(type.arguments)
    let head = Document.concat(spell(type.decorators), .text("class \(type.name)"), arguments, ":")
    return .concat(head, body(type.body, type.documentation, .class, note))
  }

  private func spell(_ decorators: [PythonExpr]) -> Document {
    .concat(decorators.flatMap { ["@", formatOptional($0, .optional), .hardLine] })
  }

  /// A body that says nothing but `...` stands on the line of the colon.
  private func body(
    _ statements: [PythonStatement], _ documentation: String?, _ kind: Suite, _ note: Document
  ) -> Document {
    let isStub = statements.allSatisfy(\.isBlank) && documentation == nil && kind == .function
    if isStub || (documentation == nil && statements.count == 1 && statements[0].isEllipsis) { return .concat(" ...", note) }
    return .concat(note, indented { spell(statements, in: kind, documentation: documentation) })
  }

  /// `(parameters)`, with a parameter per line where they do not fit on one.
  private func spell(_ parameters: PythonParameters) -> Document {
    if parameters.count == 0 { return "()" }
    let items = at(.parenthesized) { Self.commaSeparated(parameterTexts(parameters)) }
    let isSingle = parameters.count == 1 && parameters.positionalOnly.isEmpty && parameters.keywordOnly.isEmpty
    return .concat("(", Self.block(isSingle ? items : .group(items)), ")")
  }

  func parameterTexts(_ parameters: PythonParameters) -> [Document] {
    var texts = parameters.positionalOnly.map { spell($0) }
    if !texts.isEmpty { texts.append("/") }
    texts += parameters.ordinary.map { spell($0) }
    if let rest = parameters.rest {
      texts.append(.concat("*", spell(rest)))
    } else if !parameters.keywordOnly.isEmpty {
      texts.append("*")
    }
    texts += parameters.keywordOnly.map { spell($0) }
    if let keywords = parameters.keywords { texts.append(.concat("**", spell(keywords))) }
    return texts
  }

  private func spell(_ parameter: PythonParameter) -> Document {
    var parts: [Document] = [.text(parameter.name)]
    if let annotation = parameter.annotation { parts += [": ", format(annotation)] }
    if let value = parameter.value { parts += [parameter.annotation == nil ? "=" : " = ", format(value)] }
    return .concat(parts)
  }
}

extension PythonStatement {
  fileprivate var isEllipsis: Bool {
    if case .expression(let value) = self, case .constant("...") = value.kind { true } else { false }
  }
}
