import SpecAdapters
import SpecIR

/// Writes the parts of a query's text.
struct QueryText {
  let shape: QueryShape
  let dialect: SQLDialect

  init(_ shape: QueryShape) {
    self.shape = shape
    dialect = shape.target.options.database
  }

  private var spelling: SQLSpelling { SQLSpelling(dialect) }

  var table: String { spelling.table(shape.table.qualifiedName) }

  func column(_ id: ColumnID) -> String { spelling.name(shape.table[id].name) }

  private func storage(_ id: ColumnID) -> Storage {
    Storage(shape.table[id], dialect)
  }

  /// The columns of a row, as a select list.
  func columns(_ row: RowID) -> String {
    shape.target.core[row].columns.map { storage($0).selected(column($0)) }.joined(separator: ", ")
  }

  /// The primary key in a form that a statement may begin with when nothing else is certain.
  var anchor: String {
    let key = shape.table.primaryKey?.columns.first ?? shape.table.columns.first?.name ?? "rowid"
    return spelling.name(key)
  }

  var now: String { dialect == .sqlite ? "strftime('%Y-%m-%dT%H:%M:%f000Z', 'now')" : "now()" }

  /// What stands for the current time in a column.
  func now(in id: ColumnID) -> String {
    if dialect == .postgres, case .timestamp(hasZone: false) = shape.table[id].type { return "now() AT TIME ZONE 'UTC'" }
    return now
  }

  // MARK: Conditions

  /// A condition up to its parameter, and what stands behind it.
  func condition(_ filter: Filter) -> (before: String, after: String) {
    let name = column(filter.column)
    let suffix = storage(filter.column).suffix
    switch filter.comparison {
    case .equal: return ("\(name) = ", suffix)
    case .notEqual: return ("\(name) <> ", suffix)
    case .less: return ("\(name) < ", suffix)
    case .lessOrEqual: return ("\(name) <= ", suffix)
    case .greater: return ("\(name) > ", suffix)
    case .greaterOrEqual: return ("\(name) >= ", suffix)
    case .oneOf: return ("\(name) IN (", suffix)
    case .contains: return dialect == .sqlite ? ("instr(\(name), ", ") > 0") : ("strpos(\(name), ", ") > 0")
    }
  }

  func condition(_ filter: Filter, placeholder: Int) -> String {
    let parts = condition(filter)
    return "\(parts.before)$\(placeholder)\(parts.after)"
  }

  /// `WHERE …` with numbered placeholders.
  func conditions(_ filters: [Filter]) -> [String] {
    guard !filters.isEmpty else { return [] }
    return ["WHERE " + filters.map { condition($0, placeholder: $0.parameter + 1) }.joined(separator: " AND ")]
  }

  // MARK: Order

  /// A term in one direction, as ``Order`` says: NULL before every value, texts by code point.
  func term(_ id: ColumnID, _ direction: Order.Direction) -> String {
    ordered(id) + suffix(of: direction, hasNulls: shape.table[id].isNullable)
  }

  /// What is compared where rows are sorted by a column.
  func ordered(_ id: ColumnID) -> String {
    let name = column(id)
    switch (dialect, shape.table[id].type) {
    // The bare name is that of the text in the select list.
    case (.sqlite, .decimal): return "\(table).\(name)"
    case (.postgres, .text), (.postgres, .paddedText): return name + " COLLATE \"C\""
    // PostgreSQL sorts labels in the order of their declaration.
    case (.postgres, .enumeration): return name + "::text COLLATE \"C\""
    case (.sqlite, .text) where shape.table[id].collation != nil: return name + " COLLATE BINARY"
    default: return name
    }
  }

  /// What stands behind a term: SQLite takes NULL for the smallest value by itself.
  func suffix(of direction: Order.Direction, hasNulls: Bool) -> String {
    let isTold = hasNulls && dialect == .postgres
    switch direction {
    case .ascending: return isTold ? " NULLS FIRST" : ""
    case .descending: return isTold ? " DESC NULLS LAST" : " DESC"
    }
  }

  // MARK: Whole texts, where nothing is left open

  /// The lines of a query whose text does not depend on what is given.
  var lines: [String] {
    switch shape.query.kind {
    case .select(let select): selectLines(select)
    case .count(let filters): ["SELECT COUNT(*)", "FROM \(table)"] + conditions(filters)
    case .exists(let filters):
      ["SELECT EXISTS (SELECT 1 FROM \(table)" + (filters.isEmpty ? ")" : "")] + conditions(filters).map { $0 + ")" }
    case .insert(let insert): insertLines(insert)
    case .update(let update): updateLines(update)
    case .delete(let filters): ["DELETE FROM \(table)"] + conditions(filters)
    }
  }

  private func selectLines(_ select: Select) -> [String] {
    var lines = SQLText.wrapped("SELECT \(columns(select.row))") + ["FROM \(table)"] + conditions(select.filters)
    let terms = select.order.compactMap { if case .column(let id, let direction) = $0 { term(id, direction) } else { nil } }
    if !terms.isEmpty { lines.append("ORDER BY " + terms.joined(separator: ", ")) }
    if let page = select.page { lines.append("LIMIT $\(page.limit + 1) OFFSET $\(page.offset + 1)") }
    return lines
  }

  private func insertLines(_ insert: Insert) -> [String] {
    guard !insert.assignments.isEmpty else { return ["INSERT INTO \(table) DEFAULT VALUES"] + returning(insert.returning) }
    let names = insert.assignments.map { column($0.column) }.joined(separator: ", ")
    let values = insert.assignments.map(value).joined(separator: ", ")
    return SQLText.wrapped("INSERT INTO \(table) (\(names))") + SQLText.wrapped("VALUES (\(values))")
      + returning(insert.returning)
  }

  private func updateLines(_ update: Update) -> [String] {
    let sets = update.assignments.map { "\(column($0.column)) = \(value($0))" }
    return ["UPDATE \(table)"]
      + SQLText.wrapped("SET " + (sets.isEmpty ? "\(anchor) = \(anchor)" : sets.joined(separator: ", ")))
      + conditions(update.filters) + returning(update.returning)
  }

  private func value(_ assignment: Assignment) -> String {
    switch assignment.source {
    case .parameter(let index): storage(assignment.column).placeholder("$\(index + 1)")
    case .currentTimestamp: now(in: assignment.column)
    }
  }

  /// The columns of a row behind RETURNING.
  func returned(_ row: RowID) -> String {
    shape.target.core[row].columns.map { storage($0).returned(column($0)) }.joined(separator: ", ")
  }

  func returning(_ row: RowID?) -> [String] { row.map { SQLText.wrapped("RETURNING \(returned($0))") } ?? [] }

  func suffix(_ id: ColumnID) -> String { storage(id).suffix }
}
