import SpecAdapters
import SpecIR
import SpecNaming

/// Writes `generated/db/queries.py`: one function a query, over a connection.
struct QueryItems {
  let target: PythonTarget
  let names: TableNames
  private let shapes: [QueryShape]
  /// The tuples of the columns of rows, by ``RowID``.
  private let rows: [String]

  init?(_ target: PythonTarget, _ names: TableNames) {
    guard target.hasDatabase else { return nil }
    self.target = target
    self.names = names
    shapes = target.core.queries.indices.map { QueryShape(target, QueryID($0), names) }
    var scope = NameScope()
    rows = target.names.rows.map { "_" + scope.claim(PythonNames.constant($0.name)) }
  }

  var file: PythonFile {
    PythonFile(
      documentation: """
        The queries that the operations need, over a connection: each alone, or in a transaction.

        A statement is built once, or once for each choice of its parts: SQLAlchemy takes longer to build
        one than to find what it compiled for it.
        """,
      module: target.module("generated", "db", "queries"), rowConstants + shapes.flatMap(items))
  }

  /// The columns of every row that some query gives.
  private var rowConstants: [PythonStatement] {
    // Of any length: the declarations of SQLAlchemy take eight columns for eight or more.
    let any = PythonExpr.generic(QueryText.sqlalchemy("Column"), [.name(.std("typing", "Any"))])
    let type = PythonExpr.generic("tuple", [any, .ellipsis])
    let used = Set(target.core.queries.compactMap(\.row))
    return target.core.rows.indices.map(RowID.init).filter(used.contains).compactMap { id in
      let row = target.core[id]
      guard let entry = names[row.table] else { return nil }
      let table = PythonExpr.name(.own(target.module("generated", "db", "models"), entry.variable))
      let columns = row.columns.map { table.attribute("c").attribute(entry.attribute(of: $0)) }
      return .constant(rows[id.index], .tuple(columns), type: type)
    }
  }

  private func items(_ shape: QueryShape) -> [PythonStatement] {
    guard let entry = names[shape.query.table] else { return [] }
    let text = QueryText(shape, entry, rows)
    let connection = PythonParameter("connection", .name(.of("sqlalchemy", "sqlalchemy.ext.asyncio", "AsyncConnection")))
    let own =
      shape.usesStructure
      ? [PythonParameter("values", .name(PythonSymbol(stringLiteral: shape.structureName)))]
      : shape.parameters.map { PythonParameter($0.name, target.type($0.type)) }
    let function = PythonFunction(
      shape.function, PythonParameters([connection] + own), returns: shape.result, isAsync: true,
      documentation: shape.query.documentation ?? shape.summary, body: QueryBody(text).statements)
    return (shape.usesStructure ? [structure(shape)] : []) + text.orderConstants + [
      QueryStatement(text).declaration, .function(function),
    ]
  }

  private func structure(_ shape: QueryShape) -> PythonStatement {
    .class(
      PythonClass(
        shape.structureName, decorators: [.dataclass], documentation: shape.structureSummary,
        body: shape.parameters.map { .field($0.name, target.type($0.type)) }))
  }
}
