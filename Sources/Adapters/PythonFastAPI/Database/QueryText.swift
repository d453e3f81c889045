import SpecAdapters
import SpecIR

/// Spells the parts of a query in SQLAlchemy's expressions.
struct QueryText {
  let shape: QueryShape
  let entry: TableNames.Entry
  /// The tuples of the columns of rows, by ``RowID``.
  private let rows: [String]

  init(_ shape: QueryShape, _ entry: TableNames.Entry, _ rows: [String]) {
    self.shape = shape
    self.entry = entry
    self.rows = rows
  }

  var target: PythonTarget { shape.target }
  private var isSQLite: Bool { target.options.database == .sqlite }
  private func declared(_ id: ColumnID) -> Column? { target.core.database?[entry.id][id] }

  static func sqlalchemy(_ name: String) -> PythonSymbol { .of("sqlalchemy", "sqlalchemy", name) }

  /// `users`
  var table: PythonExpr { .name(.own(target.module("generated", "db", "models"), entry.variable)) }

  /// `users.c.email`
  func column(_ id: ColumnID) -> PythonExpr { table.attribute("c").attribute(entry.attribute(of: id)) }

  /// `*_USER_ROW`
  func columns(of row: RowID) -> PythonArgument { .star(PythonExpr(stringLiteral: rows[row.index])) }

  /// `UserRow(*row)`
  func value(of row: RowID, _ value: PythonExpr) -> PythonExpr { .call(target.symbol(of: row), [.star(value)]) }

  // MARK: Conditions

  func condition(_ filter: Filter) -> PythonExpr {
    let column = column(filter.column)
    // Null is a value here as well, which no row meets.
    let value = shape.placeholder(filter.parameter)
    switch filter.comparison {
    case .equal: return column.compare(.equal, value)
    case .notEqual: return column.compare(.notEqual, value)
    case .less: return column.compare(.less, value)
    case .lessOrEqual: return column.compare(.lessOrEqual, value)
    case .greater: return column.compare(.greater, value)
    case .greaterOrEqual: return column.compare(.greaterOrEqual, value)
    case .oneOf: return column.call("in_", [.positional(value)])
    case .contains:
      // Not LIKE, which has patterns, and in SQLite takes no notice of case.
      let text = shape.placeholder(filter.parameter, .name(Self.sqlalchemy("String")))
      let place = PythonExpr.name(Self.sqlalchemy("func"))
        .call(isSQLite ? "instr" : "strpos", [.positional(column), .positional(text)])
      return place.compare(.greater, .integer(0))
    }
  }

  // MARK: Order

  /// What is compared where rows are sorted by a column: texts by code point, whatever the column or the server says.
  private func key(_ id: ColumnID) -> PythonExpr {
    guard let declared = declared(id) else { return column(id) }
    let codePoints = { (text: PythonExpr) in PythonExpr.call(target.databaseType("by_code_points"), [.positional(text)]) }
    let asText = PythonExpr.call(Self.sqlalchemy("cast"), [.positional(column(id)), .positional(.name(Self.sqlalchemy("Text")))])
    switch declared.type {
    case .enumeration where !isSQLite: return codePoints(asText)
    case .text, .paddedText, .enumeration:
      guard declared.collation != nil else { return codePoints(column(id)) }
      return isSQLite ? column(id).call("collate", [.positional(.string("BINARY"))]) : codePoints(asText)
    case .boolean, .int16, .int32, .int64, .float, .double, .decimal, .bytes, .uuid, .date, .time, .timestamp, .interval, .json,
      .array, .other:
      return column(id)
    }
  }

  /// A term with its direction, and with the place of NULL where the database has another: SQLite takes it for the smallest.
  private func directed(_ key: PythonExpr, _ direction: Order.Direction, hasNulls: Bool) -> PythonExpr {
    let isTold = hasNulls && !isSQLite
    switch direction {
    case .ascending: return isTold ? key.call("asc").call("nulls_first") : key.call("asc")
    case .descending: return isTold ? key.call("desc").call("nulls_last") : key.call("desc")
    }
  }

  private func term(_ id: ColumnID, _ direction: Order.Direction) -> PythonExpr {
    directed(key(id), direction, hasNulls: declared(id)?.isNullable ?? false)
  }

  /// A term that does not depend on what is given.
  func fixed(_ id: ColumnID, _ direction: Order.Direction) -> PythonExpr {
    direction == .ascending && (declared(id)?.isNullable != true || isSQLite) ? key(id) : term(id, direction)
  }

  /// `_LIST_USERS_SORT`
  private func constant(_ parameter: Int) -> String {
    "_" + PythonNames.constant(shape.function) + "_" + PythonNames.constant(shape.parameters[parameter].name)
  }

  /// The tables of what the values of parameters sort by.
  var orderConstants: [PythonStatement] {
    guard case .select(let select) = shape.query.kind else { return [] }
    return select.order.compactMap { order in
      guard case .chosen(let parameter, let choices, let direction) = order else { return nil }
      let entries = choices.map { choice in
        PythonEntry(
          target.caseValue(choice.value, of: shape.parameters[parameter].type),
          direction == nil ? term(choice.column, choice.direction) : key(choice.column))
      }
      let any = PythonExpr.name(.std("typing", "Any"))
      let element = PythonExpr.generic(Self.sqlalchemy(direction == nil ? "UnaryExpression" : "ColumnElement"), [any])
      let mapping = PythonSymbol.std("collections.abc", "Mapping")
      let type = PythonExpr.generic(mapping, [target.present(shape.parameters[parameter].type), element])
      return .constant(constant(parameter), .dict(entries), type: type)
    }
  }

  /// A parameter that chooses, where the statement is built.
  func choice(_ parameter: Int) -> PythonExpr { .name(PythonSymbol(stringLiteral: shape.parameters[parameter].name)) }

  /// The term that a parameter chooses.
  func chosen(
    _ parameter: Int, _ choices: [Order.Choice], _ direction: Order.DirectionChoice?, _ found: PythonExpr
  ) -> PythonExpr {
    guard let direction else { return found }
    let hasNulls = choices.contains { declared($0.column)?.isNullable ?? false }
    let descending = directed(found, .descending, hasNulls: hasNulls)
    let ascending = directed(found, .ascending, hasNulls: hasNulls)
    let type = shape.parameters[direction.parameter].type
    let values = direction.descending.map { target.caseValue($0, of: type) }
    guard let first = values.first else { return ascending }
    let given = choice(direction.parameter)
    let test = values.count == 1 ? given.compare(.is, first) : given.compare(.in, .set(values))
    return .conditional(descending, if: test, else: ascending)
  }

  /// `_LIST_USERS_SORT[values.sort]`; with `get` where not every value has a term.
  func lookup(_ parameter: Int, _ choices: [Order.Choice]) -> (value: PythonExpr, isPartial: Bool) {
    let table = PythonExpr(stringLiteral: constant(parameter))
    let isPartial = Set(choices.map(\.value)).count < target.caseCount(of: shape.parameters[parameter].type) ?? .max
    let choice = choice(parameter)
    return isPartial ? (table.call("get", [.positional(choice)]), true) : (table.index(choice), false)
  }

  // MARK: Values

  /// The time of the statement, as the column keeps it.
  func now(in id: ColumnID) -> PythonExpr {
    if !isSQLite, case .timestamp(hasZone: false)? = declared(id)?.type { return .name(target.database(.localTime, "LOCAL_NOW")) }
    return .name(target.databaseType("NOW"))
  }

  /// The name of a column in `values(…)`.
  func keyword(_ id: ColumnID) -> String { entry.attribute(of: id) }

  /// A number of rows: bound as 64 bits, since the driver would take 32.
  func count(_ parameter: Int) -> PythonExpr { shape.placeholder(parameter, .name(Self.sqlalchemy("BigInteger"))) }
}
