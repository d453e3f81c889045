import SpecAdapters
import SpecIR

/// Writes `generated/db/models.py`: the tables, and the rows that queries return.
struct TableItems {
  let target: PythonTarget
  let names: TableNames
  private let database: Database

  init?(_ target: PythonTarget, _ names: TableNames) {
    guard target.hasDatabase, let database = target.core.database else { return nil }
    self.target = target
    self.names = names
    self.database = database
  }

  var file: PythonFile {
    PythonFile(
      documentation: "Tables, and rows as the queries return them: the columns that the operations need.",
      module: target.module("generated", "db", "models"),
      [.constant("METADATA", .call(.of("sqlalchemy", "sqlalchemy", "MetaData")))] + names.entries.flatMap(items)
        + target.core.rows.indices.map { row(RowID($0)) })
  }

  // MARK: Tables

  private func items(_ entry: TableNames.Entry) -> [PythonStatement] {
    let table = database[entry.id]
    let columns = PythonClass(
      entry.type, [.name(.of("sqlalchemy", "sqlalchemy", "TypedColumns"))], documentation: "The columns of `\(table.name)`.",
      body: entry.columns.map { column($0.id, $0.attribute, in: table) })
    let isSQLite = target.options.database == .sqlite
    let name = SQLSpelling(target.options.database).physicalName(of: table.qualifiedName)
    var arguments: [PythonArgument] = [
      .positional(.string(name)), .positional("METADATA"), .positional(.name(PythonSymbol(stringLiteral: entry.type))),
    ]
    if !isSQLite, let schema = table.schema { arguments.append(.keyword("schema", .string(schema))) }
    return [
      .class(columns), .constant(entry.variable, .call(.of("sqlalchemy", "sqlalchemy", "Table"), arguments)),
    ]
  }

  private func column(_ id: ColumnID, _ attribute: String, in table: Table) -> PythonStatement {
    let column = table[id]
    let spelling = ColumnSpelling(target, column)
    let symbol = PythonSymbol.of("sqlalchemy", "sqlalchemy", "Column")
    var arguments: [PythonArgument] = []
    if attribute != column.name { arguments.append(.positional(.string(column.name))) }
    arguments.append(.positional(spelling.type))
    if attribute != column.name { arguments.append(.keyword("key", .string(attribute))) }
    if table.primaryKey?.columns.contains(column.name) == true {
      arguments.append(.keyword("primary_key", .bool(true)))
      // An integer alone is numbered by the database; of any other key it has to be said that it makes the value.
      if column.defaultValue != nil {
        arguments.append(.keyword("server_default", .call(.of("sqlalchemy", "sqlalchemy", "FetchedValue"))))
      }
    } else if !column.isNullable {
      arguments.append(.keyword("nullable", .bool(false)))
    }
    let value = PythonExpr.call(symbol, arguments)
    let name = PythonExpr.name(PythonSymbol(stringLiteral: attribute))
    // What the type of an instance is, no checker infers.
    return column.isNullable || !spelling.type.isPath ? .annotated(name, .generic(symbol, [spelling.rowType]), value) : .assign(name, value)
  }

  // MARK: Rows

  private func row(_ id: RowID) -> PythonStatement {
    let row = target.core[id]
    let table = database[row.table]
    return .class(
      PythonClass(
        target[id].name, decorators: [.dataclass], documentation: "A row of `\(table.name)`.",
        body: zip(row.columns, target[id].fields).flatMap { column, name -> [PythonStatement] in
          let field = PythonStatement.field(name, ColumnSpelling(target, table[column]).rowType)
          return (table[column].comment.map { [.comment($0)] } ?? []) + [field]
        }))
  }
}

extension PythonExpr {
  /// `@dataclass(frozen=True, slots=True)`
  static let dataclass = PythonExpr.call(
    .std("dataclasses", "dataclass"), [.keyword("frozen", .bool(true)), .keyword("slots", .bool(true))])
}
