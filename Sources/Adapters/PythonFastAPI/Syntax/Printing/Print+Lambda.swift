import SpecWriting

extension PythonPrinter {
  /// `lambda parameters: body`. The parameters stay on one line; the body gets parentheses where it breaks.
  ///
  /// - Parameter isAssigned: whether the lambda is the value of an assignment, whose parentheses then give way to the body's.
  func spellLambda(_ parameters: PythonParameters, _ body: PythonExpr, isAssigned: Bool = false) -> Document {
    let texts = parameterTexts(parameters).map { $0.printed(width: .max / 2) }
    let head = "lambda" + (texts.isEmpty ? "" : " ") + texts.joined(separator: ", ") + ": "
    let content = spellBody(body)
    return .concat(.text(head), isAssigned ? .fittingExpanded(content) : content)
  }

  private func spellBody(_ body: PythonExpr) -> Document {
    switch body.kind {
    case .call, .subscript:
      if body.isFluent { return parenthesesIfBroken { format(body, .never) } }
      let plain = format(body, .never)
      return .choice([plain, .group(plain, breaks: true), Self.forcedParentheses(plain)])
    default:
      return body.ownBrackets != nil ? format(body) : parenthesesIfBroken { format(body, .never) }
    }
  }
}
