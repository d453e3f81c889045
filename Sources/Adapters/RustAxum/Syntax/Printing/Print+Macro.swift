import SpecWriting

extension RustPrinter {
  /// `name!(…)` or `name![…]`. `vec!` is formatted like an array; in others rustfmt keeps the commas as it finds them: none.
  func spell(_ macro: RustMacro, _ shape: TextShape) -> String? {
    guard let name = spell(macro.path, line(0), inExpression: true) else { return nil }
    let head = name + "!"
    let isArray = macro.delimiter == .brackets
    if macro.arguments.isEmpty { return head + (isArray ? "[]" : "()") }
    let isNested = isInsideMacro
    return withMacro(true) {
      if macro.isRepeat, macro.arguments.count == 2 { return spellRepeat(head, macro.arguments, shape) }
      let items = macro.arguments.map { argument($0) }
      guard isArray else {
        return spellDelimited(head, items, "(", ")", shape, itemLimit: Self.callWidth, trailing: .never)
      }
      guard name == "vec", !isNested else {
        return spellDelimited(head, items, "[", "]", shape, itemLimit: Self.arrayWidth, trailing: .never)
      }
      return withMacro(false) {
        spellDelimited(head, items, "[", "]", shape, itemLimit: Self.arrayWidth)
      }
    }
  }

  /// `vec![value; count]`
  private func spellRepeat(_ head: String, _ arguments: [RustExpr], _ shape: TextShape) -> String? {
    guard let inside = shape.after(head.utf8.count) else { return nil }
    let nested = block(inside)
    guard let value = format(arguments[0], nested), let count = format(arguments[1], nested) else { return nil }
    if !value.isMultiline, !count.isMultiline, value.utf8.count + count.utf8.count + 8 <= shape.width {
      return "\(head)[\(value); \(count)]"
    }
    let newline = String.newline(indent: nested.indent)
    return "\(head)[\(newline)\(value);\(newline)\(count)\(String.newline(indent: shape.indent))]"
  }
}
