import SpecWriting

extension RustPrinter {
  /// Spells an item that begins at the indent; its further lines carry the indent.
  func spell(_ item: RustItem, indent: Int) -> String {
    let shape = line(indent)
    switch item {
    case .use(let tree, let visibility):
      return visibility.text + "use " + tree.spelled(visibility, indent: indent, printer: self) + ";"
    case .module(let module): return spell(module, indent: indent)
    case .constant(let constant):
      return head(constant.documentation, constant.attributes, shape) + fitting { spell(constant, indent: indent) }
    case .alias(let alias): return head(alias.documentation, [], shape) + fitting { spell(alias, indent: indent) }
    case .structure(let structure):
      return head(structure.documentation, structure.attributes, shape) + spell(structure, indent: indent)
    case .enumeration(let enumeration):
      return head(enumeration.documentation, enumeration.attributes, shape) + spell(enumeration, indent: indent)
    case .implementation(let implementation):
      return head(nil, implementation.attributes, shape) + spell(implementation, indent: indent)
    case .trait(let trait): return head(trait.documentation, trait.attributes, shape) + spell(trait, indent: indent)
    case .function(let function):
      return head(function.documentation, function.attributes, shape) + spell(function, indent: indent)
    case .raw(let text):
      return Self.indented(text, by: indent)
    case .comment(let text): return RustComment.line(text, indent: indent)
    }
  }

  /// Lines that are written already, moved in; empty lines stay empty.
  static func indented(_ text: String, by indent: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .map { $0 == 0 || $1.isEmpty ? String($1) : String(repeating: " ", count: indent) + $1 }.joined(separator: "\n")
  }

  /// Items one below the other, with an empty line between all but declarations of one line.
  func spell(_ items: [RustItem], indent: Int) -> String {
    var text = ""
    for (index, item) in items.enumerated() {
      if index > 0 { text += items[index - 1].isClose(to: item) ? "" : "\n" }
      text += String.newline(indent: indent) + spell(item, indent: indent)
    }
    return text
  }

  private func spell(_ module: RustModule, indent: Int) -> String {
    let text = head(module.documentation, module.attributes, line(indent)) + module.visibility.text + "mod " + module.name
    guard let items = module.items else { return text + ";" }
    if items.isEmpty { return text + " {}" }
    return text + " {" + spell(items, indent: indent + Self.indentWidth) + String.newline(indent: indent) + "}"
  }

  private func spell(_ constant: RustConstant, indent: Int) -> String? {
    let name = constant.visibility.text + (constant.isStatic ? "static " : "const ") + constant.name + ": "
    var left: String
    if let type = line(indent).after(name.utf8.count + 2).flatMap({ spell(constant.type, $0) }) {
      left = name + type
    } else {
      let inner = indent + Self.indentWidth
      guard let type = spell(constant.type, line(inner)) else { return nil }
      left = name.dropLast() + String.newline(indent: inner) + type
    }
    left += " ="
    return spellAssignment(left, constant.value, TextShape(indent: indent, width: max(0, limit - indent - 1))).map { $0 + ";" }
  }

  private func spell(_ alias: RustAlias, indent: Int) -> String? {
    let head = alias.visibility.text + "type "
    guard let shape = line(indent).after(head.utf8.count)?.reserving(2),
      let name = spell(alias.generics, after: alias.name, shape)
    else { return nil }
    guard let type = alias.type else { return head + name + ";" }
    return line(indent).reserving(1).flatMap { spellAssignment(head + name + " =", $0) { self.spell(type, $0) } }
      .map { $0 + ";" }
  }

  private func spell(_ implementation: RustImpl, indent: Int) -> String {
    let text = fitting { spellImplHead(implementation, indent: indent) }
    let below = text.isMultiline ? String.newline(indent: indent) : " "
    if implementation.items.isEmpty { return text + (text.isMultiline ? below + "{" + below + "}" : " {}") }
    return text + below + "{" + spell(implementation.items, indent: indent + Self.indentWidth)
      + String.newline(indent: indent) + "}"
  }

  private func spellImplHead(_ implementation: RustImpl, indent: Int) -> String? {
    guard var text = spell(implementation.generics, after: "impl", line(indent)) else { return nil }
    let inner = indent + Self.indentWidth
    if let trait = implementation.trait {
      let column = indent + text.lastLineColumns + 1
      let same = spell(trait, TextShape(indent: indent, offset: column, width: max(0, limit - column)), inExpression: false)
      if let same, !same.isMultiline {
        text += " " + same
      } else {
        guard let next = spell(trait, line(inner), inExpression: false) else { return nil }
        text += String.newline(indent: inner) + next
      }
    }
    let hasTrait = implementation.trait != nil
    let used = text.lastLineColumns + (hasTrait ? 4 : 0) + (implementation.generics.predicates.isEmpty ? 2 : 0)
    let room = TextShape(indent: indent, width: max(0, limit - used - 1))
    if let type = spell(implementation.type, room), !type.isMultiline {
      text += (hasTrait ? " for " : " ") + type
    } else {
      text += String.newline(indent: inner) + (hasTrait ? "for " : "")
      let below = TextShape(indent: inner, width: max(0, limit - text.lastLineColumns))
      guard let type = spell(implementation.type, below) else { return nil }
      text += type
    }
    if implementation.items.isEmpty, implementation.generics.predicates.count == 1, !text.isMultiline {
      return spellOnlyBound(of: implementation.generics, after: text, indent: indent)
    }
    return spellWhere(implementation.generics, indent: indent, snug: text.lastLineColumns == 1).map { text + $0 }
  }

  /// The single bound of an `impl` without items: on the same line, or below `where` with a comma only if the line is short.
  private func spellOnlyBound(of generics: RustGenerics, after text: String, indent: Int) -> String? {
    guard let clause = spellWhere(generics, indent: indent, snug: true, trailing: .never) else { return nil }
    let newline = String.newline(indent: indent + Self.indentWidth)
    let bound = clause.dropFirst(" where".utf8.count + newline.utf8.count)
    if !bound.contains("\n"), bound.utf8.count + 6 <= max(0, limit - text.lastLineColumns) { return "\(text) where \(bound)" }
    return text + clause + (text.utf8.count + clause.utf8.count <= limit ? "," : "")
  }

  private func spell(_ trait: RustTrait, indent: Int) -> String {
    let text = fitting { spellTraitHead(trait, indent: indent) }
    let hasWhere = !trait.generics.predicates.isEmpty
    if trait.items.isEmpty, !text.isMultiline { return text + " {}" }
    let below = text.isMultiline || (hasWhere && !trait.items.isEmpty) ? String.newline(indent: indent) : " "
    return text + below + "{" + spell(trait.items, indent: indent + Self.indentWidth) + String.newline(indent: indent) + "}"
  }

  private func spellTraitHead(_ trait: RustTrait, indent: Int) -> String? {
    let keyword = trait.visibility.text + "trait "
    guard let shape = line(indent).after(keyword.utf8.count), let name = spell(trait.generics, after: trait.name, shape) else {
      return nil
    }
    var text = keyword + name
    if !trait.bounds.isEmpty {
      guard let spelled = spellAssignment(text + ":", shape, forcesNextLine: true, { self.spell(trait.bounds, $0) }) else {
        return nil
      }
      text = spelled
    }
    return spellWhere(trait.generics, indent: indent, snug: name.lastLineColumns == 1).map { text + $0 }
  }
}

extension RustItem {
  /// Whether no empty line stands between two items.
  func isClose(to next: RustItem) -> Bool {
    switch (self, next) {
    case (.use, .use), (.comment, _): true
    case (.module(let first), .module(let second)): first.items == nil && second.items == nil && second.documentation == nil
    case (.constant, .constant(let second)): second.documentation == nil
    case (.alias, .alias(let second)): second.documentation == nil
    default: false
    }
  }
}
