internal import SpecDiagnostics
internal import SpecIR
internal import SpecSource

extension Replay {
  mutating func createIndex(_ syntax: CreateIndexSyntax) {
    guard let table = findTable(syntax.table) else { return }
    if let name = syntax.name, let first = owner(ofIndex: canonical(name.name), schema: table.schema) {
      guard !syntax.ifNotExists else { return }
      return reportTaken("index", canonical(name.name), at: name.range, first: first.place.range)
    }
    let parts = syntax.parts.map { part($0, in: table) }
    let predicate = syntax.predicate.map { expression($0, in: table, text: sources.text($0.range)) }
    guard let including = findColumns(syntax.including, in: table) else { return }
    var naming = naming(in: table.schema)
    let name = given(syntax.name?.name) ?? naming.index(parts, of: table.name)
    let place = SourcePlace(statement?.range)
    if syntax.isUnique {
      let key = UniqueKey(
        name: name, parts: parts, isIndex: true, predicate: predicate, nullsAreEqual: syntax.nullsAreEqual, place: place)
      return emit(.createUniqueIndex(table.qualifiedName, key))
    }
    let method = syntax.method == "btree" ? nil : syntax.method
    let index = TableIndex(name: name, parts: parts, predicate: predicate, method: method, including: including, place: place)
    emit(.createIndex(table.qualifiedName, index))
  }

  private mutating func part(_ syntax: IndexPartSyntax, in table: Table) -> IndexPart {
    let meaning = expression(syntax.expression, in: table, text: sources.text(syntax.expression.range))
    let value: IndexPart.Value
    if case .column(let name) = meaning { value = .column(name) } else { value = .expression(meaning) }
    return IndexPart(
      value, isDescending: syntax.isDescending, nullsFirst: syntax.nullsFirst, collation: syntax.collation.map(collation),
      operatorClass: syntax.operatorClass)
  }

  /// The table that has an index of that name; indexes share one namespace within a schema.
  mutating func owner(ofIndex name: String, schema: String?) -> Table? {
    guard taken(in: schema).mayContain(name) else { return nil }
    return catalog.tables.first { table in
      table.schema == schema
        && (table.indexes.contains { isSame($0.name.text, name) }
          || table.uniques.contains { isSame($0.name.text, name) && $0.isIndex })
    }
  }

  mutating func dropIndex(_ name: QualifiedNameSyntax, ifExists: Bool) {
    let wanted = newName(name)
    guard let table = owner(ofIndex: wanted.name, schema: wanted.schema) else {
      if !ifExists { reportUnknownIndex(name) }
      return
    }
    emit(.dropIndex(table.qualifiedName, name: spelled(wanted.name, in: table)))
  }

  mutating func renameIndex(_ name: QualifiedNameSyntax, to new: NameSyntax, ifExists: Bool) {
    let wanted = newName(name)
    guard let table = owner(ofIndex: wanted.name, schema: wanted.schema) else {
      if !ifExists { reportUnknownIndex(name) }
      return
    }
    emit(.renameIndex(table.qualifiedName, from: wanted.name, to: canonical(new)))
  }

  private func spelled(_ index: String, in table: Table) -> String {
    let names = table.indexes.map(\.name.text) + table.uniques.map(\.name.text)
    return names.first { isSame($0, index) } ?? index
  }

  private mutating func reportUnknownIndex(_ name: QualifiedNameSyntax) {
    let names = catalog.tables.flatMap { $0.indexes.map(\.name.text) + $0.uniques.filter(\.isIndex).map(\.name.text) }
    let near = Suggestion.nearest(to: canonical(name.name), in: names)
    diagnostics.report(
      .sqlIndexUnknown, "index `\(newName(name))` does not exist at this point", at: name.range,
      hint: near.map { "Did you mean `\($0)`?" } ?? "Create it in an earlier statement, or write `IF EXISTS`.")
  }

  // MARK: Enum types

  mutating func createEnum(_ name: QualifiedNameSyntax, _ values: [StringSyntax]) {
    let wanted = newName(name)
    if let first = catalog.enumeration(wanted) {
      return reportTaken("type", wanted.description, at: name.range, first: first.place.range)
    }
    var labels: [String] = []
    var seen: Set<String> = []
    for value in values {
      if seen.insert(value.text).inserted {
        labels.append(value.text)
      } else {
        reportTaken("label", value.text, at: value.range, first: nil)
      }
    }
    emit(.createEnum(DatabaseEnum(name: wanted, values: labels, place: SourcePlace(name.range))))
  }

  mutating func addEnumValue(
    _ name: QualifiedNameSyntax, _ value: StringSyntax, ifNotExists: Bool, _ position: EnumPosition
  ) {
    guard let found = findEnum(name) else { return }
    if found.values.contains(value.text) {
      if !ifNotExists { reportTaken("label", value.text, at: value.range, first: found.place.range) }
      return
    }
    let index: Int?
    switch position {
    case .last: index = found.values.count
    case .before(let other): index = label(other, of: found)
    case .after(let other): index = label(other, of: found).map { $0 + 1 }
    }
    if let index { emit(.addEnumValue(found.name, value.text, at: index)) }
  }

  private mutating func label(_ label: StringSyntax, of found: DatabaseEnum) -> Int? {
    if let index = found.values.firstIndex(of: label.text) { return index }
    let near = Suggestion.nearest(to: label.text, in: found.values)
    diagnostics.report(
      .sqlEnumValueUnknown, "enum type `\(found.name)` has no label `\(label.text)`", at: label.range,
      hint: near.map { "Did you mean `\($0)`?" } ?? "Its labels are \(found.values.map { "`\($0)`" }.joined(separator: ", ")).")
    return nil
  }

  mutating func renameEnumValue(_ name: QualifiedNameSyntax, _ old: StringSyntax, _ new: StringSyntax) {
    guard let found = findEnum(name), label(old, of: found) != nil else { return }
    if found.values.contains(new.text) { return reportTaken("label", new.text, at: new.range, first: found.place.range) }
    emit(.renameEnumValue(found.name, from: old.text, to: new.text))
  }

  mutating func dropEnum(_ name: QualifiedNameSyntax, ifExists: Bool, cascade: Bool) {
    guard let found = ifExists ? lookUpEnum(newName(name)) : findEnum(name) else { return }
    for table in catalog.tables {
      for column in table.columns where column.type == .enumeration(found.name) {
        guard !cascade else {
          emit(.alterTable(table.qualifiedName, .dropColumn(column.name)))
          continue
        }
        diagnostics.report(
          .sqlTableInUse, "column `\(table.qualifiedName).\(column.name)` is of this type", at: name.range,
          hint: "Change the column's type first, or write `CASCADE`.")
      }
    }
    emit(.dropEnum(found.name))
  }
}
