import SpecWriting

extension RustPrinter {
  func spell(_ function: RustFunction, indent: Int) -> String {
    let hasWhere = !function.generics.predicates.isEmpty
    let signature = fitting { spellSignature(function, indent: indent) }
    guard let body = function.body else { return signature + ";" }
    let fits = !signature.isMultiline && indent + signature.utf8.count + 3 <= limit
    if body.isEmpty, fits { return signature + " {}" }
    // rustfmt counts the indent twice where the signature takes several lines.
    let below = hasWhere || signature.lastLineColumns + 2 > limit - indent
    let lines = spellBlockLines(body, TextShape(indent: indent, width: 0))
    return signature + (below ? String.newline(indent: indent) : " ") + lines
  }

  private func spellSignature(_ function: RustFunction, indent: Int) -> String? {
    var text = function.visibility.text + (function.isConst ? "const " : "") + (function.isAsync ? "async " : "") + "fn "
    let isDeclaration = function.body == nil
    let hasWhere = !function.generics.predicates.isEmpty
    let overhead = isDeclaration || hasWhere ? 2 : 4
    let used = indent + text.utf8.count
    let shape = TextShape(indent: indent, offset: used, width: max(0, limit - used - overhead))
    guard let name = spell(function.generics, after: function.name, shape) else { return nil }
    text += name

    var result = ""
    if let type = function.result {
      guard let spelled = line(indent).after(3).flatMap({ spell(type, $0) }) else { return nil }
      result = "-> " + spelled
    }
    let resultWidth = result.isMultiline ? 0 : result.utf8.count
    var room = 0
    if !text.isMultiline, !result.isMultiline {
      let tail = isDeclaration ? 1 : hasWhere ? 0 : 2
      room = max(0, limit - (indent + text.utf8.count + resultWidth + (resultWidth == 0 ? 2 : 3) + tail))
    }
    guard let parameters = spellParameters(function, indent: indent, room: room) else { return nil }
    let isEmpty = parameters.isEmpty
    let isBlock = !isEmpty && (parameters.isMultiline || parameters.utf8.count > room)
    var movedResult = false
    if isBlock {
      text += "(" + String.newline(indent: indent + Self.indentWidth) + parameters + String.newline(indent: indent) + ")"
    } else {
      text += "(" + parameters + ")"
      let used = text.lastLineColumns - 1 + (text.isMultiline ? 0 : indent) + result.firstLineColumns
      if isEmpty, used + 1 > limit {
        text += String.newline(indent: indent)
        movedResult = true
      }
    }
    if let type = function.result {
      guard
        let spelled = spellResult(
          type, result, after: text, isBlock: isBlock || isEmpty, indent: indent, hasWhere: hasWhere, moved: movedResult)
      else { return nil }
      text = spelled
    }
    let snug = isBlock && result.isEmpty
    guard let clause = spellWhere(function.generics, indent: indent, snug: snug, trailing: isDeclaration ? .never : .vertical)
    else { return nil }
    return text + clause
  }

  private func spellResult(
    _ type: RustType, _ result: String, after text: String, isBlock: Bool, indent: Int, hasWhere: Bool, moved: Bool
  ) -> String? {
    var text = text
    let width = result.isMultiline ? 0 : result.utf8.count
    let breaks: Bool
    if isBlock {
      breaks = false
    } else if text.isMultiline || result.isMultiline {
      breaks = true
    } else {
      breaks = text.utf8.count + indent + width + 1 + (hasWhere ? 0 : 2) > limit
    }
    let shape: TextShape
    if breaks {
      shape = line(indent)
      text += String.newline(indent: indent)
    } else {
      if !moved { text += " " }
      shape = line(indent).after(text.lastLineColumns) ?? line(indent)
    }
    guard result.isMultiline || breaks else { return text + result }
    return shape.after(3).flatMap { spell(type, $0) }.map { text + "-> " + $0 }
  }

  private func spellParameters(_ function: RustFunction, indent: Int, room: Int) -> String? {
    let shape = TextShape(indent: indent + Self.indentWidth, width: max(0, limit - indent - Self.indentWidth - 1))
    var texts: [String] = []
    switch function.receiver {
    case .ref: texts.append("&self")
    case .refMut: texts.append("&mut self")
    case .value: texts.append("self")
    case .mutValue: texts.append("mut self")
    case nil: break
    }
    for parameter in function.parameters {
      texts.append(fitting { self.spell(parameter, TextShape(indent: shape.indent, width: max(0, limit - shape.indent - 1))) })
    }
    let tactic = ItemList.tactic(for: texts, limit: room)
    return ItemList(texts, indent: shape.indent, width: shape.width).joined(tactic)
  }

  private func spell(_ parameter: RustFunction.Parameter, _ shape: TextShape) -> String? {
    guard let pattern = spell(parameter.pattern, shape), shape.width >= pattern.lastLineColumns + 2 else { return nil }
    let inside = TextShape(indent: shape.indent, width: shape.width - pattern.lastLineColumns - 2)
    return spell(parameter.type, inside).map { "\(pattern): \($0)" }
  }

  /// The `where` clause on lines of its own, or nothing.
  func spellWhere(_ generics: RustGenerics, indent: Int, snug: Bool, trailing: TrailingSeparator = .vertical) -> String? {
    guard !generics.predicates.isEmpty else { return "" }
    let inside = TextShape(indent: indent + Self.indentWidth, width: max(0, limit - indent - Self.indentWidth - 1))
    var texts: [String] = []
    for predicate in generics.predicates {
      guard let type = spell(predicate.type, inside),
        let text = spellAssignment(type + ":", inside, { self.spell(predicate.bounds, $0) })
      else { return nil }
      texts.append(text)
    }
    let list = ItemList(texts, trailing: trailing, indent: inside.indent, width: inside.width).joined(.vertical)
    return (snug ? " " : String.newline(indent: indent)) + "where" + String.newline(indent: inside.indent) + list
  }
}
