internal import SpecDiagnostics
internal import SpecIR
internal import SpecSource

/// Names as the database compares them.
extension Replay {
  /// The name as the database keeps it: PostgreSQL folds what is not quoted.
  func canonical(_ name: NameSyntax) -> String {
    dialect == .postgres && !name.isQuoted ? name.text.lowercased() : name.text
  }

  /// Whether two names are one: SQLite does not tell upper from lower case.
  func isSame(_ left: String, _ right: String) -> Bool {
    dialect == .sqlite ? left.lowercased() == right.lowercased() : left == right
  }

  func isDefaultSchema(_ schema: String) -> Bool {
    switch dialect {
    case .postgres: schema == "public"
    case .sqlite: schema.lowercased() == "main"
    }
  }

  /// The name under which a new object is made.
  func newName(_ name: QualifiedNameSyntax) -> QualifiedName {
    QualifiedName(schema: schema(of: name), canonical(name.name))
  }

  private func schema(of name: QualifiedNameSyntax) -> String? {
    guard let schema = name.schema.map(canonical) else { return currentSchema }
    return isDefaultSchema(schema) ? nil : schema
  }

  /// The first table of a name as the database compares it, apart from the one that is to get it.
  func existingTable(_ name: QualifiedName, besides own: Table? = nil) -> Table? {
    catalog.tables(likeNamed: name).first { isSame($0.name, name.name) && $0.qualifiedName != own?.qualifiedName }
  }

  /// Looks a table up without reporting; an unqualified name is looked up in the current schema, then in the default one.
  func lookUpTable(_ name: QualifiedNameSyntax) -> Table? {
    let schemas = name.schema == nil && currentSchema != nil ? [currentSchema, nil] : [schema(of: name)]
    let text = canonical(name.name)
    for schema in schemas {
      if let table = existingTable(QualifiedName(schema: schema, text)) { return table }
    }
    return nil
  }

  mutating func findTable(_ name: QualifiedNameSyntax) -> Table? {
    if let table = lookUpTable(name) { return table }
    reportUnknownTable(name)
    return nil
  }

  mutating func reportUnknownTable(_ name: QualifiedNameSyntax) {
    let near = Suggestion.nearest(to: canonical(name.name), in: catalog.tables.map(\.name))
    diagnostics.report(
      .sqlTableUnknown, "table `\(newName(name))` does not exist at this point", at: name.range,
      hint: near.map { "Did you mean `\($0)`?" } ?? "Create it in an earlier statement or migration.")
  }

  func lookUpColumn(_ name: NameSyntax, in table: Table) -> Column? {
    let text = canonical(name)
    return table.columns.first { isSame($0.name, text) }
  }

  mutating func findColumn(_ name: NameSyntax, in table: Table) -> Column? {
    if let column = lookUpColumn(name, in: table) { return column }
    reportUnknownColumn(canonical(name), in: table, at: name.range)
    return nil
  }

  mutating func reportUnknownColumn(_ name: String, in table: Table, at range: SourceRange) {
    let near = Suggestion.nearest(to: name, in: table.columns.map(\.name))
    diagnostics.report(
      .sqlColumnUnknown, "table `\(table.qualifiedName)` has no column `\(name)` at this point", at: range,
      hint: near.map { "Did you mean `\($0)`?" }
        ?? "Its columns are \(table.columns.map { "`\($0.name)`" }.joined(separator: ", ")).",
      related: table.place.range.map { [.init("the table is created here", at: $0)] } ?? [])
  }

  /// Finds every column of a list, or reports those that do not exist and gives nothing.
  mutating func findColumns(_ names: [NameSyntax], in table: Table) -> [String]? {
    var found: [String] = []
    for name in names {
      if let column = findColumn(name, in: table) { found.append(column.name) }
    }
    return found.count == names.count ? found : nil
  }

  func lookUpEnum(_ name: QualifiedName) -> DatabaseEnum? {
    catalog.enumeration(name) ?? (name.schema == currentSchema ? catalog.enumeration(QualifiedName(name.name)) : nil)
  }

  mutating func findEnum(_ name: QualifiedNameSyntax) -> DatabaseEnum? {
    if let found = lookUpEnum(newName(name)) { return found }
    let near = Suggestion.nearest(to: canonical(name.name), in: catalog.enums.map(\.name.name))
    diagnostics.report(
      .sqlTypeUnknown, "enum type `\(newName(name))` does not exist at this point", at: name.range,
      hint: near.map { "Did you mean `\($0)`?" } ?? "Create it in an earlier statement or migration.")
    return nil
  }

  mutating func reportTaken(_ what: String, _ name: String, at range: SourceRange, first: SourceRange?) {
    diagnostics.report(
      .sqlNameTaken, "\(what) `\(name)` exists already", at: range, hint: "Choose another name, or drop the first one before.",
      related: first.map { [.init("first made here", at: $0)] } ?? [])
  }
}
