internal import SpecDiagnostics
internal import SpecIR
internal import SpecSource

extension Replay {
  mutating func alterTable(_ name: QualifiedNameSyntax, ifExists: Bool, _ alterations: [AlterationSyntax]) {
    guard var table = ifExists ? lookUpTable(name) : findTable(name) else { return }
    for alteration in alterations {
      alter(&table, alteration)
      // The change before may have changed what this one sees.
      table = catalog.table(table.qualifiedName) ?? table
    }
  }

  private mutating func alter(_ table: inout Table, _ alteration: AlterationSyntax) {
    let name = table.qualifiedName
    switch alteration.kind {
    case .addColumn(let syntax, let ifNotExists): addColumn(syntax, ifNotExists: ifNotExists, to: table)
    case .dropColumn(let column, let ifExists, let cascade):
      dropColumn(column, ifExists: ifExists, cascade: cascade, from: table)
    case .renameColumn(let column, let new): renameColumn(column, to: new, in: table)
    case .renameTable(let new): renameTable(&table, to: QualifiedName(schema: table.schema, canonical(new)), at: new.range)
    case .setSchema(let schema):
      let schema = canonical(schema)
      let new = QualifiedName(schema: isDefaultSchema(schema) ? nil : schema, table.name)
      renameTable(&table, to: new, at: alteration.range)
    case .renameConstraint(let old, let new): renameConstraint(old, to: new, in: table)
    case .addConstraint(let syntax):
      var naming = naming(in: table.schema)
      if let added = constraint(syntax, column: nil, in: table, naming: &naming) { add(added, to: table, at: syntax) }
    case .dropConstraint(let constraint, let ifExists, let cascade):
      dropConstraint(constraint, ifExists: ifExists, cascade: cascade, from: table)
    case .setType(let column, let type, let using): setType(column, type, using, in: table)
    case .setDefault(let column, let value): setDefault(column, value, in: table)
    case .setNullable(let column, let isNullable):
      if let found = findColumn(column, in: table) { emit(.alterTable(name, .setNullable(found.name, isNullable))) }
    case .addIdentity(let column, let isAlways):
      if let found = findColumn(column, in: table) {
        emit(.alterTable(name, .setIdentity(found.name, isAlways ? .always : .byDefault)))
      }
    case .dropIdentity(let column):
      if let found = findColumn(column, in: table) { emit(.alterTable(name, .setIdentity(found.name, nil))) }
    case .dropExpression(let column, _):
      if let found = findColumn(column, in: table) { emit(.alterTable(name, .dropGenerated(found.name))) }
    case .harmless: break
    case .skipped(let skipped): skip(skipped, at: alteration.range)
    }
  }

  /// Emits an added constraint unless its name is taken.
  private mutating func add(_ change: TableChange, to table: Table, at syntax: ConstraintSyntax) {
    if case .addPrimaryKey(let key) = change, let first = table.primaryKey {
      return reportTaken("primary key", key.name.text, at: syntax.range, first: first.place.range)
    }
    if let name = syntax.name, isConstraint(canonical(name), of: table) {
      return reportTaken("constraint", canonical(name), at: name.range, first: nil)
    }
    emit(.alterTable(table.qualifiedName, change))
  }

  func isConstraint(_ name: String, of table: Table) -> Bool {
    table.constraints.contains { $0.name.map { isSame($0, name) } ?? false }
  }

  private mutating func addColumn(_ syntax: ColumnSyntax, ifNotExists: Bool, to table: Table) {
    if let first = lookUpColumn(syntax.name, in: table) {
      guard !ifNotExists else { return }
      return reportTaken("column", canonical(syntax.name), at: syntax.name.range, first: first.place.range)
    }
    var draft = table
    draft.columns.append(column(syntax))
    var changes: [TableChange] = []
    for phase in ConstraintPhase.allCases {
      for item in syntax.constraints where ConstraintPhase(item.kind) == phase {
        var naming = naming(in: draft.schema)
        for change in changes { if let name = change.constraintName { naming.take(name) } }
        guard let change = constraint(item, column: syntax.name, in: draft, naming: &naming) else { continue }
        changes.append(change)
        draft.apply(change)
      }
    }
    for case .generated(let expression, let isStored) in syntax.constraints.map(\.kind) {
      let meaning = self.expression(expression, in: draft, text: sources.text(expression.range))
      draft.columns[draft.columns.count - 1].generated = GeneratedColumn(expression: meaning, isStored: isStored)
    }
    if dialect == .sqlite {
      SQLiteMeaning.refineType(of: draft.columns.count - 1, in: &draft)
      for key in draft.foreignKeys { adoptTypes(of: key, in: &draft) }
    }
    var added = draft.columns[draft.columns.count - 1]
    if case .literal(let literal) = added.defaultValue {
      added.defaultValue = .literal(Self.literal(literal, as: added.type, in: dialect))
    }
    emit(.alterTable(table.qualifiedName, .addColumn(added)))
    for change in changes {
      // A check that only spelled the column's type went into the type.
      if case .addCheck(let check) = change, !draft.checks.contains(check) { continue }
      emit(.alterTable(table.qualifiedName, change))
    }
  }

  private mutating func renameColumn(_ column: NameSyntax, to new: NameSyntax, in table: Table) {
    guard let found = findColumn(column, in: table) else { return }
    if let first = lookUpColumn(new, in: table), first.name != found.name {
      return reportTaken("column", canonical(new), at: new.range, first: first.place.range)
    }
    emit(.alterTable(table.qualifiedName, .renameColumn(found.name, to: canonical(new))))
  }

  private mutating func renameTable(_ table: inout Table, to new: QualifiedName, at range: SourceRange) {
    if let taken = existingTable(new, besides: table) { return reportTaken("table", new.description, at: range, first: taken.place.range) }
    emit(.renameTable(table.qualifiedName, to: new))
    table.qualifiedName = new
  }

  private mutating func renameConstraint(_ old: NameSyntax, to new: NameSyntax, in table: Table) {
    guard isConstraint(canonical(old), of: table) else { return reportUnknownConstraint(old, of: table) }
    emit(.alterTable(table.qualifiedName, .renameConstraint(canonical(old), to: canonical(new))))
  }

  private mutating func dropConstraint(_ name: NameSyntax, ifExists: Bool, cascade: Bool, from table: Table) {
    let text = canonical(name)
    guard isConstraint(text, of: table) else {
      if !ifExists { reportUnknownConstraint(name, of: table) }
      return
    }
    var after = table
    after.apply(.dropConstraint(text))
    let isFree = dropReferences(to: table, cascade: cascade, at: name.range) { key in
      !after.identifyingKeys.contains { Set($0) == Set(key.referencedColumns) }
    }
    guard isFree else { return }
    emit(.alterTable(table.qualifiedName, .dropConstraint(text)))
  }

  mutating func reportUnknownConstraint(_ name: NameSyntax, of table: Table) {
    let near = Suggestion.nearest(to: canonical(name), in: table.constraints.compactMap(\.name))
    diagnostics.report(
      .sqlConstraintUnknown, "table `\(table.qualifiedName)` has no constraint `\(canonical(name))` at this point",
      at: name.range,
      hint: near.map { "Did you mean `\($0)`?" }
        ?? "A constraint without a name is named by PostgreSQL, such as `users_email_key`.")
  }
}

extension TableChange {
  /// Whether names of constraints or indexes go with it.
  var freesNames: Bool {
    switch self {
    case .dropColumn, .renameColumn, .dropConstraint, .renameConstraint: true
    case .addColumn, .setType, .setDefault, .setNullable, .setIdentity, .dropGenerated, .addPrimaryKey, .addUnique,
      .addForeignKey, .addCheck, .commentOnColumn:
      false
    }
  }

  /// The name of the constraint that the change adds.
  var constraintName: String? {
    switch self {
    case .addPrimaryKey(let key): key.name.text
    case .addUnique(let key): key.name.text
    case .addForeignKey(let key): key.name.text
    case .addCheck(let check): check.name.text
    case .addColumn, .dropColumn, .renameColumn, .setType, .setDefault, .setNullable, .setIdentity, .dropGenerated,
      .dropConstraint, .renameConstraint, .commentOnColumn:
      nil
    }
  }
}
