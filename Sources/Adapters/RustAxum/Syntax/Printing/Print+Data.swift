import SpecWriting

extension RustPrinter {
  func spell(_ structure: RustStruct, indent: Int) -> String {
    fitting { self.spellStruct(structure, indent: indent) }
  }

  private func spellStruct(_ structure: RustStruct, indent: Int) -> String? {
    let head = structure.visibility.text + "struct " + structure.name
    let hasWhere = !structure.generics.predicates.isEmpty
    switch structure.fields {
    case .unit:
      guard let text = header(head, structure.generics, indent: indent, trailing: .never) else { return nil }
      return text + ";"
    case .tuple(let fields):
      guard let text = header(head, structure.generics, indent: indent, omitsWhere: true),
        let tuple = spellTuple(text, fields, indent: indent),
        let clause = spellWhere(structure.generics, indent: indent, snug: false, trailing: .never)
      else { return nil }
      return tuple + clause + ";"
    case .named(let fields):
      guard let text = header(head, structure.generics, indent: indent) else { return nil }
      if fields.isEmpty { return text + empty(after: text, indent: indent) }
      let open = opening(after: text, hasWhere: hasWhere, indent: indent)
      guard let lines = spellFields(fields, indent: indent + Self.indentWidth) else { return nil }
      return text + open + lines.joined() + String.newline(indent: indent) + "}"
    }
  }

  /// `struct Name<T>` with the `where` clause.
  private func header(
    _ head: String, _ generics: RustGenerics, indent: Int, omitsWhere: Bool = false, trailing: TrailingSeparator = .vertical
  ) -> String? {
    let shape = TextShape(indent: indent, width: max(0, limit - head.utf8.count - indent))
    guard let parameters = spell(generics, after: "", shape) else { return nil }
    if omitsWhere { return head + parameters }
    return spellWhere(generics, indent: indent, snug: parameters.lastLineColumns == 1, trailing: trailing).map {
      head + parameters + $0
    }
  }

  /// The brace of a body: on the same line if it is not taken up.
  ///
  /// rustfmt does not count the indent here.
  private func opening(after text: String, hasWhere: Bool, indent: Int) -> String {
    hasWhere || text.lastLineColumns + 2 > limit ? String.newline(indent: indent) + "{" : " {"
  }

  private func empty(after text: String, indent: Int) -> String {
    let newline = String.newline(indent: indent)
    let open = text.lastLineColumns + 3 > limit ? newline + "{" : " {"
    let head = text + open
    let used = head.lastLineColumns + (head.isMultiline ? 0 : indent)
    return open + (used + 3 > limit ? newline : "") + "}"
  }

  private func spellTuple(_ head: String, _ fields: [RustField], indent: Int) -> String? {
    if fields.isEmpty {
      let used = head.lastLineColumns + (head.isMultiline ? 0 : indent)
      return head + (used + 3 > limit ? String.newline(indent: indent) : "") + "()"
    }
    guard let shape = line(indent).reserving(1) else { return nil }
    let items = fields.map { field in
      DelimitedItem(spell: { shape in
        let attributes = field.attributes.compactMap { self.spell($0, shape) }.map { $0 + " " }.joined()
        let visibility = attributes + field.visibility.text
        if let type = shape.after(visibility.utf8.count).flatMap({ self.spell(field.type, $0) }), !type.isMultiline {
          return visibility + type
        }
        // Two spaces follow the visibility of a type that takes several lines: rustfmt sets both.
        let text = self.spellAssignment(visibility, shape) { self.spell(field.type, $0) }
        return visibility.isEmpty ? text?.trimmingSpaces(atStart: true) : text
      })
    }
    return spellDelimited(head, items, "(", ")", shape, itemLimit: Self.callWidth)
  }

  /// The lines of named fields, each with its line break and comma.
  private func spellFields(_ fields: [RustField], indent: Int) -> [String]? {
    guard let shape = line(indent).reserving(1) else { return nil }
    var lines: [String] = []
    for field in fields {
      guard let text = spell(field, shape) else { return nil }
      lines.append(String.newline(indent: indent) + text + ",")
    }
    return lines
  }

  private func spell(_ field: RustField, _ shape: TextShape) -> String? {
    let head = head(field.documentation, field.attributes, shape)
    let name = field.visibility.text + field.name + ":"
    if let type = shape.after(name.utf8.count + 1).flatMap({ spell(field.type, $0) }), !type.isMultiline {
      return "\(head)\(name) \(type)"
    }
    return spellAssignment(name, shape) { self.spell(field.type, $0) }.map { head + $0 }
  }

  func spell(_ enumeration: RustEnum, indent: Int) -> String {
    fitting { self.spellEnum(enumeration, indent: indent) }
  }

  private func spellEnum(_ enumeration: RustEnum, indent: Int) -> String? {
    let name = enumeration.visibility.text + "enum " + enumeration.name
    guard let text = header(name, enumeration.generics, indent: indent) else { return nil }
    if enumeration.variants.isEmpty {
      return text + (text.lastLineColumns + 3 > limit ? String.newline(indent: indent) : " ") + "{}"
    }
    let inner = indent + Self.indentWidth
    guard var variants = spell(enumeration.variants, indent: inner, room: Self.structVariantWidth) else { return nil }
    // One variant on several lines puts all of them on several.
    if variants.contains(where: \.isMultiline), variants.contains(where: { !$0.isMultiline }) {
      guard let tall = spell(enumeration.variants, indent: inner, room: 0) else { return nil }
      variants = tall
    }
    let open = opening(after: text, hasWhere: !enumeration.generics.predicates.isEmpty, indent: indent)
    return text + open + variants.map { String.newline(indent: inner) + $0 + "," }.joined() + String.newline(indent: indent) + "}"
  }

  private func spell(_ variants: [RustVariant], indent: Int, room: Int) -> [String]? {
    var texts: [String] = []
    for variant in variants {
      guard let shape = line(indent).reserving(1), let text = spell(variant, indent: indent, room: room) else { return nil }
      texts.append(head(variant.documentation, variant.attributes, shape) + text)
    }
    return texts
  }

  private func spell(_ variant: RustVariant, indent: Int, room: Int) -> String? {
    switch variant.fields {
    case .unit: return variant.name
    case .tuple(let fields): return spellTuple(variant.name, fields, indent: indent)
    case .named(let fields):
      if fields.isEmpty { return variant.name + " {}" }
      let bare = fields.map { field in
        var copy = field
        copy.visibility = .inherited
        return copy
      }
      guard let lines = spellFields(bare, indent: indent + Self.indentWidth) else { return nil }
      let flat = lines.map { $0.dropFirst(1 + indent + Self.indentWidth).dropLast() }.joined(separator: ", ")
      let open = variant.name + " {"
      let budget = min(room, max(0, limit - (open.utf8.count + 3 + indent)))
      if !flat.isMultiline, flat.utf8.count <= budget { return "\(open) \(flat) }" }
      return open + lines.joined() + String.newline(indent: indent) + "}"
    }
  }
}
