import SpecIR
import SpecWriting

/// A query whose text depends on what is given: pushed piece by piece, its values always bound.
struct BuiltQuery {
  let shape: QueryShape
  let text: QueryText
  private var target: RustTarget { shape.target }

  init(_ shape: QueryShape, _ text: QueryText) {
    self.shape = shape
    self.text = text
  }

  private let query: RustExpr = "query"

  var body: RustBlock {
    RustBlock {
      switch shape.query.kind {
      case .select(let select): selecting(select)
      case .count(let filters):
        start("SELECT COUNT(*) FROM \(text.table)")
        conditions(filters)
      case .exists(let filters):
        start("SELECT EXISTS (SELECT 1 FROM \(text.table)")
        conditions(filters)
        push(")")
      case .insert(let insert): inserting(insert)
      case .update(let update): updating(update)
      case .delete(let filters):
        start("DELETE FROM \(text.table)")
        conditions(filters)
      }
      QueryEnd.block(shape, query.call(builder))
    }
  }

  private var builder: String {
    switch shape.query.kind {
    case .select: "build_query_as"
    case .count, .exists: "build_query_scalar"
    case .insert(let insert): insert.returning == nil ? "build" : "build_query_as"
    case .update(let update): update.returning == nil ? "build" : "build_query_as"
    case .delete: "build"
    }
  }

  private func start(_ text: String) -> RustStatement { start([text]) }

  private func start(_ lines: [String]) -> RustStatement {
    let line = lines.joined(separator: " ")
    let literal: RustExpr = line.utf8.count <= 56 ? .string(line) : .literal(.folded(lines.spaced))
    return .let(.mut("query"), .call(RustPath(.of("sqlx", name: "QueryBuilder"), "new"), literal))
  }

  private func push(_ text: String) -> RustStatement { .expr(query.call("push", .string(text))) }

  /// Binds a parameter behind some text.
  private func bind(_ before: String, _ value: RustExpr, after: String) -> RustStatement {
    let bound = query.call("push", .string(before)).call("push_bind", value)
    return .expr(after.isEmpty ? bound : bound.call("push", .string(after)))
  }

  private func bound(_ index: Int, _ value: RustExpr) -> RustExpr {
    let parameter = shape.parameters[index]
    return parameter.storage?.bound(value, isOptional: parameter.isNullable) ?? value
  }

  private func stored(_ index: Int, _ value: RustExpr) -> RustExpr {
    let parameter = shape.parameters[index]
    return parameter.storage?.stored(value, isOptional: parameter.isNullable) ?? value
  }

  // MARK: Conditions

  @RustBlockBuilder
  private func conditions(_ filters: [Filter]) -> RustBlock {
    // What is certain comes first, so that `WHERE` has something to stand before.
    let certain = filters.filter { !shape.parameters[$0.parameter].isPresence && !shape.parameters[$0.parameter].isList }
    let open = filters.filter { shape.parameters[$0.parameter].isPresence || shape.parameters[$0.parameter].isList }
    if certain.isEmpty, !open.isEmpty { push(" WHERE TRUE") }
    for (position, filter) in certain.enumerated() {
      condition(filter, before: position == 0 ? " WHERE " : " AND ", value: shape.argument(filter.parameter))
    }
    for filter in open { optional(filter) }
  }

  private func condition(_ filter: Filter, before: String, value: RustExpr) -> RustStatement {
    let parts = text.condition(filter)
    return bind(before + parts.before, bound(filter.parameter, value), after: parts.after)
  }

  @RustBlockBuilder
  private func optional(_ filter: Filter) -> RustBlock {
    let parameter = shape.parameters[filter.parameter]
    let local = RustExpr(stringLiteral: parameter.name)
    if parameter.isPresence {
      let value = shape.argument(filter.parameter)
      RustExpr.if(
        .let(.some(RustPattern(stringLiteral: parameter.name)), parameter.isList && shape.usesStructure ? .ref(value) : value)
      ) {
        if parameter.isList { list(filter, local) } else { condition(filter, before: " AND ", value: local) }
      }
    } else {
      list(filter, shape.usesStructure ? .ref(shape.argument(filter.parameter)) : local)
    }
  }

  /// `column IN (…)`; no row is in an empty list.
  @RustBlockBuilder
  private func list(_ filter: Filter, _ values: RustExpr) -> RustBlock {
    let parts = text.condition(filter)
    RustStatement.expr(query.call("push", .string(" AND " + parts.before)))
    RustStatement.let(.mut("items"), query.call("separated", .string(", ")))
    RustExpr.for("item", in: values) {
      let item = shape.parameters[filter.parameter].storage?.bound("item", isOptional: false) ?? "item"
      RustStatement.expr(RustExpr("items").call("push_bind", item))
      if !parts.after.isEmpty { RustStatement.expr(RustExpr("items").call("push_unseparated", .string(parts.after))) }
    }
    push(")")
  }

  // MARK: Select

  @RustBlockBuilder
  private func selecting(_ select: Select) -> RustBlock {
    start(SQLText.wrapped("SELECT \(text.columns(select.row))") + ["FROM \(text.table)"])
    conditions(select.filters)
    order(select.order)
    if let page = select.page {
      bind(" LIMIT ", shape.argument(page.limit), after: "")
      bind(" OFFSET ", shape.argument(page.offset), after: "")
    }
  }

  @RustBlockBuilder
  private func order(_ terms: [Order]) -> RustBlock {
    let fixed = terms.dropFirst().compactMap { if case .column(let id, let direction) = $0 { (id, direction) } else { nil } }
    if case .chosen(let parameter, let choices, nil)? = terms.first, fixed.count == terms.count - 1 {
      order(parameter, choices, between: fixed)
    } else {
      for (position, term) in terms.enumerated() {
        let separator = position == 0 ? " ORDER BY " : ", "
        switch term {
        case .column(let id, let direction): push(separator + text.term(id, direction))
        case .chosen(let parameter, let choices, let direction):
          push(separator)
          chosen(parameter, choices, direction)
        }
      }
    }
  }

  /// The whole order for each value of a parameter; an absent one leaves it to the terms that decide between equals.
  @RustBlockBuilder
  private func order(
    _ parameter: Int, _ choices: [Order.Choice], between equals: [(id: ColumnID, direction: Order.Direction)]
  ) -> RustBlock {
    let cases = choices.map { choice in
      let behind = equals.filter { $0.id != choice.column }.map { text.term($0.id, $0.direction) }
      return (value: choice.value, text: ([text.term(choice.column, choice.direction)] + behind).joined(separator: ", "))
    }
    let plain = equals.isEmpty ? text.anchor : equals.map { text.term($0.id, $0.direction) }.joined(separator: ", ")
    RustStatement.let("order", match(parameter, cases, otherwise: plain))
    RustStatement.expr(query.call("push", .string(" ORDER BY ")).call("push", "order"))
  }

  /// The text for each value of a parameter; an absent one sorts by nothing, spelled as a constant.
  @RustBlockBuilder
  private func chosen(_ parameter: Int, _ choices: [Order.Choice], _ direction: Order.DirectionChoice?) -> RustBlock {
    let cases = choices.map { choice in
      (value: choice.value, text: direction == nil ? text.term(choice.column, choice.direction) : text.ordered(choice.column))
    }
    RustStatement.let("term", match(parameter, cases, otherwise: text.anchor))
    RustStatement.expr(query.call("push", "term"))
    if let direction {
      let hasNulls = choices.contains { shape.table[$0.column].isNullable }
      let descending = text.suffix(of: .descending, hasNulls: hasNulls)
      RustStatement.let(
        "direction",
        match(
          direction.parameter, direction.descending.map { ($0, descending) },
          otherwise: text.suffix(of: .ascending, hasNulls: hasNulls)))
      RustStatement.expr(query.call("push", "direction"))
    }
  }

  private func match(_ index: Int, _ cases: [(value: JSONValue, text: String)], otherwise: String) -> RustExpr {
    let isPresence = shape.parameters[index].isPresence
    let enumeration = target.enumeration(of: shape.query.parameters[index].type)
    var arms = cases.compactMap { item -> RustArm? in
      guard let path = enumeration.flatMap({ target.casePath($0, item.value) }) else { return nil }
      return RustArm(isPresence ? .some(.path(path)) : .path(path), .string(item.text))
    }
    let isWhole = enumeration.map { target.caseCount($0) == arms.count } ?? false
    if isPresence || !isWhole {
      arms.append(RustArm(isPresence && isWhole ? .none : .wildcard, .string(otherwise)))
    }
    return .match(shape.argument(index), arms)
  }

  // MARK: Insert and update

  @RustBlockBuilder
  private func inserting(_ insert: Insert) -> RustBlock {
    let certain = insert.assignments.filter { !isOpen($0) }
    let open = insert.assignments.filter(isOpen)
    if certain.isEmpty {
      // Some column has to be named before the first comma; its default is what it would get anyway.
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
  private func updating(_ update: Update) -> RustBlock {
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
