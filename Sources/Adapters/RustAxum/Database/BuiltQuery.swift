import SpecIR
import SpecWriting

/// A query whose text depends on what is given: pushed piece by piece, its values always bound.
struct BuiltQuery {
  let shape: QueryShape
  let text: QueryText
  var target: RustTarget { shape.target }

  init(_ shape: QueryShape, _ text: QueryText) {
    self.shape = shape
    self.text = text
  }

  let query: RustExpr = "query"

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

  func start(_ text: String) -> RustStatement { start([text]) }

  func start(_ lines: [String]) -> RustStatement {
    .let(.mut("query"), .call(RustPath(.of("sqlx", name: "QueryBuilder"), "new"), literal(lines)))
  }

  func literal(_ lines: [String]) -> RustExpr {
    let line = lines.joined(separator: " ")
    return line.utf8.count <= 56 ? .string(line) : .literal(.folded(lines.spaced))
  }

  func push(_ text: String) -> RustStatement { .expr(query.call("push", .string(text))) }

  /// Binds a parameter behind some text.
  func bind(_ before: String, _ value: RustExpr, after: String) -> RustStatement {
    let bound = query.call("push", .string(before)).call("push_bind", value)
    return .expr(after.isEmpty ? bound : bound.call("push", .string(after)))
  }

  func bound(_ index: Int, _ value: RustExpr) -> RustExpr {
    let parameter = shape.parameters[index]
    return parameter.storage?.bound(value, isOptional: parameter.isNullable) ?? value
  }

  func stored(_ index: Int, _ value: RustExpr) -> RustExpr {
    let parameter = shape.parameters[index]
    return parameter.storage?.stored(value, isOptional: parameter.isNullable) ?? value
  }

  // MARK: Conditions

  @RustBlockBuilder
  func conditions(_ filters: [Filter]) -> RustBlock {
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
}
