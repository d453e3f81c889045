internal import SpecDiagnostics
internal import SpecIR
internal import SpecSource

extension Replay {
  mutating func dropColumn(_ column: NameSyntax, ifExists: Bool, cascade: Bool, from table: Table) {
    guard let found = ifExists ? lookUpColumn(column, in: table) : findColumn(column, in: table) else { return }
    if dialect == .sqlite, let use = use(of: found.name, in: table) {
      diagnostics.report(
        .sqlTableInUse, "column `\(found.name)` is used by \(use), and SQLite does not drop it", at: column.range,
        hint: "Rebuild the table: create the new form, copy the rows, drop the old table, rename.")
      return
    }
    guard dropReferences(to: table, cascade: cascade, at: column.range, where: { $0.referencedColumns.contains(found.name) })
    else { return }
    emit(.alterTable(table.qualifiedName, .dropColumn(found.name)))
  }

  /// What uses a column, so that SQLite refuses to drop it ("ALTER TABLE DROP COLUMN").
  private func use(of column: String, in table: Table) -> String? {
    if table.primaryKey?.columns.contains(column) == true { return "the primary key" }
    if table.uniques.contains(where: { $0.parts.contains { $0.columns.contains(column) } }) { return "a unique key" }
    if table.indexes.contains(where: { $0.parts.contains { $0.columns.contains(column) } }) { return "an index" }
    if table.foreignKeys.contains(where: { $0.columns.contains(column) }) { return "a foreign key" }
    if table.checks.contains(where: { $0.expression.columns.contains(column) && $0.expression.columns.count > 1 }) {
      return "a check"
    }
    return nil
  }

  /// Drops the foreign keys of other tables that a change leaves without a target, or reports them where nothing says `CASCADE`.
  ///
  /// - Returns: whether the change can be made.
  mutating func dropReferences(
    to table: Table, cascade: Bool, at range: SourceRange, where isBroken: (ForeignKey) -> Bool
  ) -> Bool {
    var isFree = true
    for other in catalog.tables {
      for key in other.foreignKeys where key.references == table.qualifiedName && isBroken(key) {
        guard cascade || other.qualifiedName == table.qualifiedName else {
          isFree = false
          diagnostics.report(
            .sqlTableInUse, "foreign key `\(key.name)` of `\(other.qualifiedName)` refers to it", at: range,
            hint: "Drop the foreign key first, or write `CASCADE`.",
            related: key.place.range.map { [.init("refers here", at: $0)] } ?? [])
          continue
        }
        if other.qualifiedName != table.qualifiedName {
          emit(.alterTable(other.qualifiedName, .dropConstraint(key.name.text)))
        }
      }
    }
    return isFree
  }

  mutating func setType(_ column: NameSyntax, _ type: TypeSyntax, _ using: ExpressionSyntax?, in table: Table) {
    guard let found = findColumn(column, in: table) else { return }
    let meaning = meaning(of: type)
    var conversion = using.map { expression($0, in: table, text: sources.text($0.range)) }
    // `USING x::type` is what happens without it.
    if conversion == .column(found.name) || conversion == .cast(.column(found.name), meaning.type) { conversion = nil }
    emit(.alterTable(table.qualifiedName, .setType(found.name, meaning.type, using: conversion)))
  }

  mutating func setDefault(_ column: NameSyntax, _ value: ExpressionSyntax?, in table: Table) {
    guard let found = findColumn(column, in: table) else { return }
    if let value, isSequence(value) { return emit(.alterTable(table.qualifiedName, .setIdentity(found.name, .serial))) }
    var meaning = value.map { defaultValue($0, for: found) }
    if meaning == .literal(.null) { meaning = nil }
    emit(.alterTable(table.qualifiedName, .setDefault(found.name, meaning)))
  }

  mutating func dropTable(_ name: QualifiedNameSyntax, ifExists: Bool, cascade: Bool) {
    guard let table = ifExists ? lookUpTable(name) : findTable(name) else { return }
    // SQLite keeps what refers to a dropped table: a rebuild puts another one under the name.
    if dialect == .postgres, !dropReferences(to: table, cascade: cascade, at: name.range, where: { _ in true }) { return }
    emit(.dropTable(table.qualifiedName))
  }
}
