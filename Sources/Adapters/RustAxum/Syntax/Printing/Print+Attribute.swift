import SpecWriting

extension RustPrinter {
  /// The documentation and attributes before an item, each line ended and indented for what follows.
  func head(_ documentation: String?, _ attributes: [RustAttribute], _ shape: TextShape) -> String {
    var text = ""
    if let documentation {
      for line in RustComment.documentation(documentation, indent: shape.indent) {
        text += line + String.newline(indent: shape.indent)
      }
    }
    for attribute in attributes {
      text += fitting { spell(attribute, TextShape(indent: shape.indent, width: max(0, limit - (100 - shape.width)))) }
        + String.newline(indent: shape.indent)
    }
    return text
  }

  /// - Parameter mark: `#`, or `#!` for an inner attribute.
  func spell(_ attribute: RustAttribute, mark: String = "#", _ shape: TextShape) -> String? {
    if attribute.name == "derive", case .list(let items) = attribute.body { return spellDerive(items, shape) }
    guard let inside = shape.after(mark.utf8.count + 1) else { return nil }
    switch attribute.body {
    case .word: return "\(mark)[\(attribute.name)]"
    case .value(let literal): return "\(mark)[\(attribute.name) = \(literal.token)]"
    case .list(let items):
      return inside.reserving(1).flatMap { spellList(attribute.name, items, $0) }.map { "\(mark)[\($0)]" }
    }
  }

  private func spellList(_ name: String, _ items: [RustAttribute.Item], _ shape: TextShape) -> String? {
    let entries = items.map { item in
      DelimitedItem(spell: { self.spell(item, $0) }, mayOverflow: { count in
        count == 1
      })
    }
    return spellDelimited(name, entries, "(", ")", shape, itemLimit: Self.attributeWidth, trailing: .never)
  }

  private func spell(_ item: RustAttribute.Item, _ shape: TextShape) -> String? {
    switch item {
    case .word(let name): name
    case .value(let name, let literal): "\(name) = \(literal.token)"
    case .literal(let literal): literal.token
    case .list(let name, let items): shape.reserving(1).flatMap { spellList(name, items, $0) }
    case .path(let path): spell(path, shape, inExpression: false)
    }
  }

  private func spellDerive(_ items: [RustAttribute.Item], _ shape: TextShape) -> String? {
    let texts = items.compactMap { spell($0, line(0)) }
    let nested = block(shape).widened(to: limit)
    let tactic = ItemList.tactic(for: texts, limit: nested.width)
    let list = ItemList(texts, trailing: .always, indent: nested.indent, width: nested.width).joined(tactic)
    if list.isMultiline || list.utf8.count > max(0, shape.width - 14) {
      return "#[derive(\(String.newline(indent: nested.indent))\(list)\(String.newline(indent: shape.indent)))]"
    }
    return "#[derive(\(list.dropLast()))]"
  }
}
