internal import SpecDiagnostics
internal import SpecIR
internal import SpecSource

extension Replay {
  /// Returns the change that adds a constraint to a table, or nothing where it was reported.
  ///
  /// - Parameter column: the column that the constraint is written behind; nothing for a constraint of the table.
  mutating func constraint(
    _ syntax: ConstraintSyntax, column: NameSyntax?, in table: Table, naming: inout ConstraintNaming
  ) -> TableChange? {
    let place = SourcePlace(syntax.range)
    switch syntax.kind {
    case .primaryKey(let parts, _, _):
      guard let columns = keyColumns(parts, column: column, in: table) else { return nil }
      let name = given(syntax.name) ?? naming.primaryKey(of: table.name)
      return .addPrimaryKey(PrimaryKey(name: name, columns: columns, place: place))
    case .unique(let parts, let nullsAreEqual):
      guard let columns = keyColumns(parts, column: column, in: table) else { return nil }
      let name = given(syntax.name) ?? naming.unique(columns, of: table.name)
      let key = UniqueKey(
        name: name, parts: columns.map { IndexPart(.column($0)) }, nullsAreEqual: nullsAreEqual, place: place)
      return .addUnique(key)
    case .check(let condition, let text):
      let meaning = expression(condition, in: table, text: text)
      let name = given(syntax.name) ?? naming.check(of: meaning.columns, of: table.name)
      return .addCheck(CheckConstraint(name: name, expression: meaning, text: text, place: place))
    case .reference(let reference): return foreignKey(reference, syntax, column: column, in: table, naming: &naming)
    case .usingIndex(let name, let isPrimary): return keyFromIndex(name, isPrimary, syntax, in: table)
    case .notNull, .null, .defaultValue, .identity, .generated, .collate: return nil
    }
  }

  func given(_ name: NameSyntax?) -> ConstraintName? { name.map { .given(canonical($0)) } }

  private mutating func keyColumns(_ parts: [IndexPartSyntax], column: NameSyntax?, in table: Table) -> [String]? {
    if let column { return findColumns([column], in: table) }
    var names: [NameSyntax] = []
    for part in parts {
      guard case .column(let path) = part.expression.kind, let name = path.last else {
        diagnostics.report(
          .sqlKeyMismatch, "a key is made of columns only", at: part.expression.range,
          hint: "Create a unique index for an expression.")
        return nil
      }
      names.append(name)
    }
    return findColumns(names, in: table)
  }

  /// A unique index that becomes a constraint takes the constraint's name.
  private mutating func keyFromIndex(
    _ index: NameSyntax, _ isPrimary: Bool, _ syntax: ConstraintSyntax, in table: Table
  ) -> TableChange? {
    guard let key = table.uniques.first(where: { isSame($0.name.text, canonical(index)) }), let columns = key.columns else {
      diagnostics.report(
        .sqlIndexUnknown, "table `\(table.name)` has no unique index `\(canonical(index))` over columns", at: index.range,
        hint: "Create the unique index first.")
      return nil
    }
    emit(.dropIndex(table.qualifiedName, name: key.name.text))
    let name = given(syntax.name) ?? .given(key.name.text)
    let place = SourcePlace(syntax.range)
    return isPrimary
      ? .addPrimaryKey(PrimaryKey(name: name, columns: columns, place: place))
      : .addUnique(UniqueKey(name: name, parts: key.parts, place: place))
  }

  private mutating func foreignKey(
    _ reference: ReferenceSyntax, _ syntax: ConstraintSyntax, column: NameSyntax?, in table: Table, naming: inout ConstraintNaming
  ) -> TableChange? {
    guard let columns = findColumns(column.map { [$0] } ?? reference.columns, in: table) else { return nil }
    let isSelf = isSame(newName(reference.table).name, table.name) && newName(reference.table).schema == table.schema
    guard let target = isSelf ? table : lookUpTable(reference.table) else {
      // SQLite lets a table refer to one that comes later; ``finish`` looks again.
      guard dialect == .sqlite else {
        reportUnknownTable(reference.table)
        return nil
      }
      return .addForeignKey(
        key(reference, syntax, columns, to: newName(reference.table), reference.referenced.map(canonical), table, &naming))
    }
    guard let referenced = referencedColumns(reference, columns.count, in: target) else { return nil }
    return .addForeignKey(key(reference, syntax, columns, to: target.qualifiedName, referenced, table, &naming))
  }

  private func key(
    _ reference: ReferenceSyntax, _ syntax: ConstraintSyntax, _ columns: [String], to target: QualifiedName,
    _ referenced: [String], _ table: Table, _ naming: inout ConstraintNaming
  ) -> ForeignKey {
    ForeignKey(
      name: given(syntax.name) ?? naming.foreignKey(columns, of: table.name), columns: columns, references: target,
      referencedColumns: referenced, onDelete: reference.onDelete, onUpdate: reference.onUpdate, deferral: reference.deferral,
      place: SourcePlace(syntax.range))
  }

  /// The columns that a foreign key points at: those it names, else the primary key. They must identify a row.
  private mutating func referencedColumns(_ reference: ReferenceSyntax, _ count: Int, in target: Table) -> [String]? {
    var referenced = target.primaryKey?.columns ?? []
    if !reference.referenced.isEmpty {
      guard let found = findColumns(reference.referenced, in: target) else { return nil }
      referenced = found
    }
    if let problem = Self.mismatch(referenced, count: count, in: target) {
      diagnostics.report(
        .sqlReferenceMismatch, problem, at: reference.table.range,
        hint: "Refer to the primary key or to the columns of a unique constraint of `\(target.name)`.")
      return nil
    }
    return referenced
  }

  static func mismatch(_ referenced: [String], count: Int, in target: Table) -> String? {
    guard !referenced.isEmpty else { return "table `\(target.name)` has no primary key to refer to" }
    guard referenced.count == count else {
      return "\(count) columns refer to \(referenced.count) columns of `\(target.name)`"
    }
    guard target.identifyingKeys.contains(where: { Set($0) == Set(referenced) }) else {
      return "no key of `\(target.name)` consists of \(referenced.map { "`\($0)`" }.joined(separator: ", "))"
    }
    return nil
  }
}
