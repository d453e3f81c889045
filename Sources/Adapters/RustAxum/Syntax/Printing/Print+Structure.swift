import SpecWriting

extension RustPrinter {
  /// `Name { a: 1, b }`: on one line while the fields take at most `structLiteralWidth` columns.
  func spellStructure(_ path: RustPath, _ fields: [RustExpr.FieldValue], base: RustExpr?, _ shape: TextShape) -> String? {
    guard let name = shape.reserving(2).flatMap({ spell(path, $0, inExpression: true) }) else { return nil }
    if fields.isEmpty, base == nil { return "\(name) {}" }
    let nested = block(shape).widened(to: limit)
    guard let inside = nested.reserving(1) else { return nil }
    var texts: [String] = []
    for field in fields {
      guard let text = spell(field, inside) else { return nil }
      texts.append(text)
    }
    if let base {
      guard let text = nested.after(2).flatMap({ format(base, $0) }) else { return nil }
      texts.append("..\(text)")
    }
    return bracedFields(
      name, texts, shape, nested, prefix: name.utf8.count + 3, suffix: 2, trailing: base == nil ? .vertical : .never
    ).text
  }

  private func spell(_ field: RustExpr.FieldValue, _ shape: TextShape) -> String? {
    guard let value = field.value else { return field.name }
    if let text = shape.after(field.name.utf8.count + 2).flatMap({ format(value, $0) }) { return "\(field.name): \(text)" }
    let indent = shape.indent + Self.indentWidth
    return format(value, line(indent)).map { "\(field.name):\(String.newline(indent: indent))\($0)" }
  }

  /// Braces around fields that are spelled already, for literals and patterns.
  func bracedFields(
    _ name: String, _ fields: [String], _ shape: TextShape, _ nested: TextShape, prefix: Int, suffix: Int,
    trailing: TrailingSeparator, hasRest: Bool = false
  ) -> (text: String, isOneLine: Bool) {
    let room = shape.width - prefix - suffix
    let width = room >= 0 ? min(room, Self.structLiteralWidth) : 0
    let tactic: ListTactic = room >= 0 ? ItemList.tactic(for: fields, limit: width) : .vertical
    var text = ItemList(fields, trailing: trailing, indent: nested.indent, width: nested.width).joined(tactic)
    if hasRest {
      if text.isMultiline || text.utf8.count > width {
        if tactic != .vertical { text += "," }
        text += String.newline(indent: nested.indent)
      } else if !text.isEmpty {
        text += tactic == .vertical ? " " : ", "
      }
      text += ".."
    }
    if text.isMultiline || text.utf8.count > width {
      return ("\(name) {\(String.newline(indent: nested.indent))\(text)\(String.newline(indent: shape.indent))}", false)
    }
    return ("\(name) { \(text) }", true)
  }
}
