extension TablePrinter {
  /// Returns `CREATE TABLE` under a name, which may be another than the table's own.
  ///
  /// - Parameter leavingOut: foreign keys, by name, that are added later.
  func createTable(named name: QualifiedName, leavingOut: Set<String> = []) throws(Untranslatable) -> String {
    var lines: [String] = []
    for column in table.columns {
      let line = try self.column(column, keys: inlineKeys(of: column, leavingOut: leavingOut))
      lines.append(column.remark.isEmpty ? line : remark(column.remark) + line)
    }
    lines += try constraints(leavingOut: leavingOut)
    let body = lines.map { "    \($0)" }.joined(separator: ",\n")
    return "CREATE TABLE \(spelling.table(name)) (\n\(body)\n)"
  }

  /// Comment lines above a column, indented as the column is.
  private func remark(_ lines: [String]) -> String {
    spelling.comment(lines).split(separator: "\n").map { "\($0)\n    " }.joined()
  }

  private func inlineKeys(of column: Column, leavingOut: Set<String>) -> InlineKeys {
    InlineKeys(
      isPrimary: table.primaryKey?.columns == [column.name],
      isUnique: table.uniques.contains { isInline($0) && $0.columns == [column.name] },
      reference: table.foreignKeys.first { isInline($0) && $0.columns == [column.name] && !leavingOut.contains($0.name.text) })
  }

  private func isInline(_ key: UniqueKey) -> Bool {
    guard !key.name.isGiven, !key.isIndex, !key.nullsAreEqual, let columns = key.columns, columns.count == 1 else { return false }
    // A second key of the same column needs a line of its own.
    return table.uniques.first { $0.columns == columns && !$0.isIndex } == key
  }

  private func isInline(_ key: ForeignKey) -> Bool {
    guard !key.name.isGiven, key.columns.count == 1 else { return false }
    return table.foreignKeys.first { $0.columns == key.columns } == key
  }

  private func constraints(leavingOut: Set<String>) throws(Untranslatable) -> [String] {
    var lines: [String] = []
    if let key = table.primaryKey, key.columns.count != 1 { lines.append(constraint(key)) }
    for key in table.uniques where !key.isIndex && !isInline(key) { lines.append(try constraint(key)) }
    for key in table.foreignKeys where !isInline(key) && !leavingOut.contains(key.name.text) { lines.append(constraint(key)) }
    for check in table.checks { lines.append(try constraint(check)) }
    return lines
  }

  func constraint(_ key: PrimaryKey) -> String { prefix(key.name) + "PRIMARY KEY (\(spelling.names(key.columns)))" }

  func constraint(_ key: UniqueKey) throws(Untranslatable) -> String {
    guard let columns = key.columns else {
      throw Untranslatable("a unique constraint over an expression", hint: "Create a unique index.", at: key.place.range)
    }
    if key.nullsAreEqual, spelling.dialect == .sqlite {
      throw Untranslatable("SQLite has no `NULLS NOT DISTINCT`", hint: "Make the columns `NOT NULL`.", at: key.place.range)
    }
    let nulls = key.nullsAreEqual ? " NULLS NOT DISTINCT" : ""
    return prefix(key.name) + "UNIQUE\(nulls) (\(spelling.names(columns)))"
  }

  func constraint(_ key: ForeignKey) -> String {
    prefix(key.name) + "FOREIGN KEY (\(spelling.names(key.columns))) \(reference(key))"
  }

  /// A check of SQLite always gets its name: SQLite reports a check by it.
  func constraint(_ check: CheckConstraint) throws(Untranslatable) -> String {
    let isNamed = check.name.isGiven || spelling.dialect == .sqlite
    let name = isNamed ? "CONSTRAINT \(spelling.name(check.name.text)) " : ""
    do throws(Untranslatable) {
      return name + "CHECK (\(try expressions.text(check.expression)))"
    } catch {
      throw Untranslatable(error.what, hint: error.hint, at: error.range ?? check.place.range)
    }
  }

  private func prefix(_ name: ConstraintName) -> String {
    name.isGiven ? "CONSTRAINT \(spelling.name(name.text)) " : ""
  }

  // MARK: Indexes

  func createIndex(_ index: TableIndex) throws(Untranslatable) -> String {
    let method = index.method.map { " USING \(spelling.name($0))" } ?? ""
    return "CREATE INDEX \(indexName(index.name)) ON \(spelling.table(table.qualifiedName))\(method) "
      + "(\(try parts(index.parts)))" + (try condition(index.predicate))
  }

  func createUniqueIndex(_ key: UniqueKey) throws(Untranslatable) -> String {
    if key.nullsAreEqual, spelling.dialect == .sqlite {
      throw Untranslatable("SQLite has no `NULLS NOT DISTINCT`", hint: "Make the columns `NOT NULL`.", at: key.place.range)
    }
    let nulls = key.nullsAreEqual ? " NULLS NOT DISTINCT" : ""
    return "CREATE UNIQUE INDEX \(indexName(key.name)) ON \(spelling.table(table.qualifiedName)) "
      + "(\(try parts(key.parts)))\(nulls)" + (try condition(key.predicate))
  }

  /// SQLite keeps all indexes in one place, so those of a schema are named after it.
  func indexName(_ name: ConstraintName) -> String {
    spelling.name(spelling.physicalName(of: QualifiedName(schema: table.schema, name.text)))
  }

  private func parts(_ parts: [IndexPart]) throws(Untranslatable) -> String {
    var texts: [String] = []
    for part in parts { texts.append(try self.part(part)) }
    return texts.joined(separator: ", ")
  }

  private func part(_ part: IndexPart) throws(Untranslatable) -> String {
    var text: String
    switch part.value {
    case .column(let name): text = spelling.name(name)
    case .expression(let expression):
      let printed = try expressions.text(expression)
      // A call stands by itself in both dialects, anything else in parentheses.
      if case .call = expression { text = printed } else { text = "(\(printed))" }
    }
    if part.collation == .caseInsensitive { text = spelling.dialect == .sqlite ? text + " COLLATE NOCASE" : "lower(\(text))" }
    return part.isDescending ? text + " DESC" : text
  }

  private func condition(_ predicate: SQLExpression?) throws(Untranslatable) -> String {
    guard let predicate else { return "" }
    return " WHERE \(try expressions.text(predicate))"
  }
}
