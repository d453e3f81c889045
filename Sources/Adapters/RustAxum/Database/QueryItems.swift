import SpecAdapters
import SpecIR

/// Writes `generated/db/queries.rs`: one function a query, over anything that executes.
struct QueryItems {
  let target: RustTarget
  private let shapes: [QueryShape]

  init?(_ target: RustTarget) {
    guard let database = target.core.database, !target.core.queries.isEmpty else { return nil }
    self.target = target
    shapes = target.core.queries.indices.map { QueryShape(target, QueryID($0), database) }
  }

  var file: RustFile {
    RustFile(
      documentation: "The queries that the operations need, over anything that executes: a pool, a connection, or a transaction.",
      home: [["generated", "db", "queries"]], shapes.flatMap(items))
  }

  private func items(_ shape: QueryShape) -> [RustItem] {
    (shape.usesStructure ? [structure(shape)] : []) + [function(shape)]
  }

  private func structure(_ shape: QueryShape) -> RustItem {
    .structure(
      RustStruct(
        shape.structureName, generics: shape.isBorrowing ? [.lifetime("a")] : [],
        .named(shape.parameters.map { RustField($0.name, $0.type) }),
        documentation: "The values of `\(shape.function)`."
          + (shape.leavesOut ? " `None` leaves its part of the query out." : ""),
        attributes: [.derive("Debug", "Clone", "PartialEq")]))
  }

  private func function(_ shape: QueryShape) -> RustItem {
    let text = QueryText(shape)
    let body = shape.isDynamic ? BuiltQuery(shape, text).body : FixedQuery(shape, text).body
    // Elided: the function's own `'e` belongs to the executor.
    let own = shape.usesStructure
      ? [
        RustFunction.Parameter(
          "values",
          .ref(.named(.query(shape.structureName), arguments: shape.isBorrowing ? [.lifetime("_")] : [])))
      ]
      : shape.parameters.map { RustFunction.Parameter(RustPattern(stringLiteral: $0.name), $0.type.elided) }
    return .function(
      RustFunction(
        shape.function,
        generics: RustGenerics(
          [.lifetime("e"), .type("E")],
          where: [
            .init(
              "E",
              [
                .trait(
                  RustPath(
                    .of("sqlx", name: "Executor"),
                    generics: [.lifetime("e"), .binding("Database", .named(.own("generated", "db", name: "Db")))]))
              ])
          ]),
        [.init("executor", "E")] + own, returns: .result(shape.result, .named(.sqlxError)), .public, isAsync: true,
        documentation: shape.query.documentation ?? shape.summary, body: body))
  }
}

extension QueryShape {
  var leavesOut: Bool { parameters.contains { $0.isPresence } }

  /// What the query does, in a sentence.
  var summary: String {
    let name = "`\(table.name)`"
    return switch query.kind {
    case .select(let select):
      select.outcome == .optional ? "Finds a row of \(name)." : "Returns rows of \(name)."
    case .count: "Counts rows of \(name)."
    case .exists: "Says whether there is such a row of \(name)."
    case .insert(let insert): "Inserts a row into \(name)" + (insert.returning == nil ? "." : " and returns it.")
    case .update: "Changes a row of \(name), and returns it where there is one."
    case .delete: "Deletes rows of \(name), and says how many."
    }
  }
}

extension RustType {
  /// The type with its lifetime left to the compiler.
  var elided: RustType {
    switch self {
    case .reference("a", let isMutable, let inner): .reference(lifetime: nil, isMutable: isMutable, inner.elided)
    case .path(var path):
      {
        path.generics = path.generics.map { if case .type(let inner) = $0 { .type(inner.elided) } else { $0 } }
        return .path(path)
      }()
    default: self
    }
  }
}

/// A query whose text is fixed: one literal, its values bound in order.
struct FixedQuery {
  let shape: QueryShape
  let text: QueryText

  init(_ shape: QueryShape, _ text: QueryText) {
    self.shape = shape
    self.text = text
  }

  var body: RustBlock {
    let start: String
    switch shape.query.kind {
    case .select: start = "query_as"
    case .count, .exists: start = "query_scalar"
    case .insert(let insert): start = insert.returning == nil ? "query" : "query_as"
    case .update(let update): start = update.returning == nil ? "query" : "query_as"
    case .delete: start = "query"
    }
    var chain = RustExpr.call(RustPath(.of("sqlx", name: start).qualified), literal)
    for (index, parameter) in shape.parameters.enumerated() {
      let place = shape.place(index)
      let isStored = shape.query.assignments.contains { $0.source == .parameter(index) }
      let value = parameter.storage.map { storage in
        isStored
          ? storage.stored(place, isOptional: parameter.isNullable) : storage.bound(place, isOptional: parameter.isNullable)
      }
      chain = chain.call("bind", value ?? place)
    }
    return QueryEnd.block(shape, chain)
  }

  private var literal: RustExpr {
    let line = text.lines.joined(separator: " ")
    return line.utf8.count <= 60 ? .string(line) : .literal(.folded(text.lines.spaced))
  }
}

/// How a query is run, and what becomes of its answer.
enum QueryEnd {
  static func block(_ shape: QueryShape, _ query: RustExpr) -> RustBlock {
    switch shape.query.kind {
    case .select(let select):
      return [.tail(query.call(select.outcome == .optional ? "fetch_optional" : "fetch_all", "executor").await)]
    case .count, .exists: return [.tail(query.call("fetch_one", "executor").await)]
    case .insert(let insert):
      guard insert.returning == nil else { return [.tail(query.call("fetch_one", "executor").await)] }
      return [.expr(query.call("execute", "executor").await.try), .tail(.ok(.unit))]
    case .update(let update):
      guard update.returning == nil else { return [.tail(query.call("fetch_optional", "executor").await)] }
      return affected(query)
    case .delete: return affected(query)
    }
  }

  private static func affected(_ query: RustExpr) -> RustBlock {
    [
      .let("result", query.call("execute", "executor").await.try),
      .tail(.ok(RustExpr("result").call("rows_affected"))),
    ]
  }
}
