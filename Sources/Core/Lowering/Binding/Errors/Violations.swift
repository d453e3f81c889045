import SpecIR

extension BindingSession {
  /// Returns what each constraint means that a write can break, in the order of the table.
  mutating func violations(
    of reading: WriteReading, _ context: OperationContext, in builder: inout FunctionBuilder
  ) -> [QueryCall.Violation] {
    let id = context.target.table
    let table = database[id]
    var violations: [QueryCall.Violation] = []
    func pointer(_ columns: [String]) -> String? {
      columns.lazy.compactMap { reading.part($0, in: table)?.pointer }.first
    }
    func report(_ constraint: ConstraintReference, _ condition: ErrorCondition, pointer: String?) {
      let error = error(condition, pointer: pointer, for: context.id)
      builder.declare(error)
      violations.append(QueryCall.Violation(constraint, error))
    }
    if let key = table.primaryKey, givesFromOutside(key.columns, reading, table) {
      report(.primaryKey(id), .taken(id, key.columns), pointer: pointer(key.columns))
    }
    for (index, key) in table.uniques.enumerated() {
      let columns = key.columnNames
      if givesFromOutside(columns, reading, table) { report(.unique(id, index), .taken(id, columns), pointer: pointer(columns)) }
    }
    // What the body refers to comes first: SQLite names no key that is broken, and what the path refers to was looked up.
    let references = table.foreignKeys.enumerated().filter { givesFromOutside($1.columns, reading, table) }
    for (index, key) in references {
      guard let target = database.target(of: key), let pointer = pointer(key.columns) else { continue }
      report(.foreignKey(id, index), .unknownReference(id, key.columns, to: target), pointer: pointer)
    }
    for (index, key) in references where pointer(key.columns) == nil {
      guard let target = database.target(of: key) else { continue }
      report(.foreignKey(id, index), .notFound(target), pointer: nil)
    }
    for (index, check) in table.checks.enumerated() {
      let columns = CheckReading(check.expression).columns
      if givesFromOutside(columns, reading, table) {
        report(.check(id, index), .checkFailed(id, index), pointer: pointer(columns))
      }
    }
    for part in reading.parts where part.isFromBody && !table[part.column].isNullable {
      let isLeftOut = part.canBeAbsent && !table[part.column].isOptionalOnInsert && context.action == .create
      if part.canBeNull || isLeftOut {
        report(.notNull(id, part.column), .required(id, table[part.column].name), pointer: part.pointer)
      }
    }
    return violations
  }

  /// Whether the body refers to other rows, so that a broken reference need not be the path's.
  func refersToOthers(_ reading: WriteReading, _ table: Table) -> Bool {
    table.foreignKeys.contains { key in key.columns.contains { reading.part($0, in: table)?.isFromBody ?? false } }
  }

  /// Whether any of the columns gets a value that a client chose.
  private func givesFromOutside(_ columns: [String], _ reading: WriteReading, _ table: Table) -> Bool {
    columns.contains { name in
      guard let part = reading.part(name, in: table) else { return false }
      switch part.source {
      case .body, .path: return true
      case .made, .statementTime: return false
      }
    }
  }
}

extension UniqueKey {
  /// The columns that its parts read, once each.
  var columnNames: [String] {
    parts.flatMap { part in
      switch part.value {
      case .column(let name): [name]
      case .expression(let expression): expression.columns
      }
    }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
