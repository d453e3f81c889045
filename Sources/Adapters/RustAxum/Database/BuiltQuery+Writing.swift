import SpecIR

/// Queries that write rows, of which only some columns may be given.
extension BuiltQuery {
  @RustBlockBuilder
  func inserting(_ insert: Insert) -> RustBlock {
    let certain = insert.assignments.filter { !isOpen($0) }
    let open = insert.assignments.filter(isOpen)
    if certain.isEmpty {
      nothing(insert, open)
      start("INSERT INTO \(text.table) (")
      RustStatement.let(.mut("names"), query.call("separated", .string(", ")))
      for assignment in open {
        named(assignment) { RustStatement.expr(RustExpr("names").call("push", .string(text.column(assignment.column)))) }
      }
    } else {
      start("INSERT INTO \(text.table) (" + certain.map { text.column($0.column) }.joined(separator: ", "))
      for assignment in open { named(assignment) { push(", " + text.column(assignment.column)) } }
    }
    push(") VALUES (")
    RustStatement.let(.mut("items"), query.call("separated", .string(", ")))
    for assignment in certain { item(assignment) }
    for assignment in open { given(assignment) { value in bindItem(assignment, value) } }
    returning(")", insert.returning)
  }

  /// Where nothing at all is given: a list of no columns is no SQL.
  private func nothing(_ insert: Insert, _ open: [Assignment]) -> RustStatement {
    let absent = open.compactMap { assignment -> RustExpr? in
      guard case .parameter(let index) = assignment.source else { return nil }
      return shape.argument(index).call("is_none")
    }
    let lines = ["INSERT INTO \(text.table) DEFAULT VALUES"] + text.returning(insert.returning)
    let start = RustPath(.of("sqlx", name: insert.returning == nil ? "query" : "query_as").qualified)
    let run = QueryEnd.block(shape, .call(start, literal(lines))).statements.map { statement -> RustStatement in
      if case .tail(let value) = statement { .expr(.return(value)) } else { statement }
    }
    let first = absent.first ?? .bool(false)
    return .expr(.if(absent.dropFirst().reduce(first) { $0 && $1 }) { run })
  }

  private func returning(_ before: String, _ row: RowID?) -> RustStatement {
    let lines = text.returning(row)
    guard lines.count > 1 else { return push(before + lines.map { " " + $0 }.joined()) }
    return .expr(query.call("push", .literal(.folded(([before + " " + lines[0]] + lines.dropFirst()).spaced))))
  }

  @RustBlockBuilder
  private func item(_ assignment: Assignment) -> RustBlock {
    switch assignment.source {
    case .parameter(let index): bindItem(assignment, shape.place(index))
    case .currentTimestamp: RustStatement.expr(RustExpr("items").call("push", .string(text.now(in: assignment.column))))
    }
  }

  @RustBlockBuilder
  private func bindItem(_ assignment: Assignment, _ value: RustExpr) -> RustBlock {
    let suffix = text.suffix(assignment.column)
    if case .parameter(let index) = assignment.source {
      RustStatement.expr(RustExpr("items").call("push_bind", stored(index, value)))
      if !suffix.isEmpty { RustStatement.expr(RustExpr("items").call("push_unseparated", .string(suffix))) }
    }
  }

  private func isOpen(_ assignment: Assignment) -> Bool {
    guard case .parameter(let index) = assignment.source else { return false }
    return shape.parameters[index].isPresence
  }

  /// `if let Some(name) = values.name { … }`
  private func given(_ assignment: Assignment, @RustBlockBuilder _ body: (RustExpr) -> RustBlock) -> RustStatement {
    guard case .parameter(let index) = assignment.source else { return .blank }
    let name = shape.parameters[index].name
    let inside = body(RustExpr(stringLiteral: name))
    return .expr(.if(.let(.some(RustPattern(stringLiteral: name)), shape.place(index))) { inside })
  }

  /// `if values.name.is_some() { … }`, where only the column is named.
  private func named(_ assignment: Assignment, @RustBlockBuilder _ body: () -> RustBlock) -> RustStatement {
    guard case .parameter(let index) = assignment.source else { return .blank }
    return .expr(.if(shape.argument(index).call("is_some"), body))
  }

  @RustBlockBuilder
  func updating(_ update: Update) -> RustBlock {
    let now = update.assignments.filter { $0.source == .currentTimestamp }
    let given = update.assignments.filter { $0.source != .currentTimestamp && !isOpen($0) }
    let open = update.assignments.filter(isOpen)
    let times = now.map { "\(text.column($0.column)) = \(text.now(in: $0.column))" }
    // Something has to stand behind SET even where nothing is given, and no column may stand there twice.
    let leader = times.isEmpty ? given.first ?? open.first : nil
    if let leader {
      start(["UPDATE \(text.table)", "SET \(text.column(leader.column)) = "])
      leading(leader)
    } else {
      let sets = times.isEmpty ? "\(text.anchor) = \(text.anchor)" : times.joined(separator: ", ")
      start(["UPDATE \(text.table)", "SET " + sets])
    }
    for assignment in given where assignment != leader {
      if case .parameter(let index) = assignment.source { set(assignment, shape.place(index)) }
    }
    for assignment in open where assignment != leader { self.given(assignment) { value in set(assignment, value) } }
    conditions(update.filters)
    if update.returning != nil { returning("", update.returning) }
  }

  /// The value behind `SET column = `: the column's own where none is given.
  @RustBlockBuilder
  private func leading(_ assignment: Assignment) -> RustBlock {
    if case .parameter(let index) = assignment.source {
      let suffix = text.suffix(assignment.column)
      let bind = { (value: RustExpr) -> RustExpr in
        let bound = query.call("push_bind", stored(index, value))
        return suffix.isEmpty ? bound : bound.call("push", .string(suffix))
      }
      if isOpen(assignment) {
        let name = shape.parameters[index].name
        RustExpr.if(.let(.some(RustPattern(stringLiteral: name)), shape.place(index))) {
          RustStatement.expr(bind(RustExpr(stringLiteral: name)))
        } otherwise: {
          push(text.column(assignment.column))
        }
      } else {
        RustStatement.expr(bind(shape.place(index)))
      }
    }
  }

  @RustBlockBuilder
  private func set(_ assignment: Assignment, _ value: RustExpr) -> RustBlock {
    if case .parameter(let index) = assignment.source {
      bind(", \(text.column(assignment.column)) = ", stored(index, value), after: text.suffix(assignment.column))
    }
  }
}
