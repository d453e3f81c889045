internal import SpecDiagnostics
internal import SpecIR
internal import SpecSource

extension Replay {
  mutating func createTable(_ syntax: CreateTableSyntax) {
    let name = newName(syntax.name)
    if let first = existingTable(name) {
      guard !syntax.ifNotExists else { return }
      return reportTaken("table", name.description, at: syntax.name.range, first: first.place.range)
    }
    var table = Table(schema: name.schema, name: name.name, place: SourcePlace(syntax.name.range))
    copyColumns(of: syntax.likes, into: &table)
    for column in syntax.columns { add(column, to: &table) }
    var naming = naming(in: name.schema)
    naming.take(table.name)
    addConstraints(syntax, to: &table, naming: &naming)
    if dialect == .sqlite {
      SQLiteMeaning.refine(&table, syntax, isWithoutRowID: syntax.isWithoutRowID)
      for key in table.foreignKeys { adoptTypes(of: key, in: &table) }
    }
    emit(.createTable(table))
  }

  private mutating func copyColumns(of likes: [LikeSyntax], into table: inout Table) {
    for like in likes {
      guard let original = findTable(like.table) else { continue }
      if like.includesMore {
        diagnostics.report(
          .sqlStatementUnsupported, "`LIKE … INCLUDING` is followed for names, types and `NOT NULL` only", at: like.table.range,
          hint: "Write the columns, defaults and constraints out.")
      }
      for column in original.columns {
        table.columns.append(Column(name: column.name, type: column.type, isNullable: column.isNullable, place: column.place))
      }
    }
  }

  /// Adds a column without its keys and checks: those need every column to be there.
  private mutating func add(_ syntax: ColumnSyntax, to table: inout Table) {
    if let first = lookUpColumn(syntax.name, in: table) {
      return reportTaken("column", canonical(syntax.name), at: syntax.name.range, first: first.place.range)
    }
    table.columns.append(column(syntax))
  }

  /// Returns a column with everything that concerns it alone.
  mutating func column(_ syntax: ColumnSyntax) -> Column {
    let meaning = syntax.type.map { self.meaning(of: $0) } ?? TypeMeaning(.other("ANY"))
    var column = Column(
      name: canonical(syntax.name), type: meaning.type, isNullable: meaning.identity == nil, identity: meaning.identity,
      collation: meaning.collation, remark: syntax.remark, place: SourcePlace(syntax.name.range))
    for constraint in syntax.constraints {
      switch constraint.kind {
      case .notNull: column.isNullable = false
      case .primaryKey: column.isNullable = false
      case .identity(let isAlways):
        column.identity = isAlways ? .always : .byDefault
        column.isNullable = false
      case .collate(let name): column.collation = collation(name)
      case .defaultValue(let value):
        if isSequence(value) { column.identity = .serial } else { column.defaultValue = defaultValue(value, for: column) }
      case .null, .unique, .usingIndex, .check, .reference, .generated: break
      }
    }
    if column.defaultValue == .literal(.null) { column.defaultValue = nil }
    return column
  }

  /// Whether a default is `nextval('…')`.
  func isSequence(_ value: ExpressionSyntax) -> Bool {
    guard dialect == .postgres, case .call("nextval", _, _) = value.kind else { return false }
    return true
  }

  func collation(_ name: NameSyntax) -> Collation {
    switch (dialect, name.text.lowercased()) {
    case (.sqlite, "nocase"): .caseInsensitive
    case (.sqlite, "binary"), (.postgres, "c"), (.postgres, "posix"): .binary
    default: .named(name.text)
    }
  }

  /// Adds keys, checks and generated columns, in the order in which PostgreSQL names them: checks, keys, foreign keys.
  private mutating func addConstraints(_ syntax: CreateTableSyntax, to table: inout Table, naming: inout ConstraintNaming) {
    var all: [(column: ColumnSyntax?, constraint: ConstraintSyntax)] = []
    for column in syntax.columns { all += column.constraints.map { (column, $0) } }
    all += syntax.constraints.map { (nil, $0) }
    for item in all {
      if let name = item.constraint.name { naming.take(canonical(name)) }
    }
    for item in all {
      if case .generated(let expression, let isStored) = item.constraint.kind, let column = item.column {
        generate(column.name, expression, isStored, in: &table)
      }
    }
    for phase in ConstraintPhase.allCases {
      for item in all where ConstraintPhase(item.constraint.kind) == phase {
        guard let change = constraint(item.constraint, column: item.column?.name, in: table, naming: &naming) else { continue }
        if case .addPrimaryKey(let key) = change, let first = table.primaryKey {
          reportTaken("primary key", key.name.text, at: item.constraint.range, first: first.place.range)
          continue
        }
        table.apply(change)
      }
    }
  }

  /// Text that refers to a column of a narrower meaning, such as a UUID, has that meaning too.
  func adoptTypes(of key: ForeignKey, in table: inout Table) {
    let target = key.references == table.qualifiedName ? table : catalog.table(key.references)
    for (name, referenced) in zip(key.columns, key.referencedColumns) {
      guard let own = table.column(named: name), table[own].type == .text(maxLength: nil), let target,
        let other = target.column(named: referenced), target[other].type == .uuid
      else { continue }
      table.columns[own.index].type = .uuid
    }
  }

  private mutating func generate(_ name: NameSyntax, _ expression: ExpressionSyntax, _ isStored: Bool, in table: inout Table) {
    guard let id = table.columns.firstIndex(where: { isSame($0.name, canonical(name)) }) else { return }
    let meaning = self.expression(expression, in: table, text: sources.text(expression.range))
    table.columns[id].generated = GeneratedColumn(expression: meaning, isStored: isStored)
  }
}

/// When PostgreSQL names a constraint of a new table.
enum ConstraintPhase: CaseIterable {
  case check, primaryKey, unique, foreignKey

  init?(_ kind: ConstraintSyntax.Kind) {
    switch kind {
    case .check: self = .check
    case .primaryKey: self = .primaryKey
    case .unique: self = .unique
    case .reference: self = .foreignKey
    case .usingIndex(_, let isPrimary): self = isPrimary ? .primaryKey : .unique
    case .notNull, .null, .defaultValue, .identity, .generated, .collate: return nil
    }
  }
}
