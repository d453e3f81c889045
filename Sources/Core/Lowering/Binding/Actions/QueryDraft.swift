import SpecIR
import SpecNaming

/// Gathers a query's parameters together with the arguments of its one call.
struct QueryDraft {
  private(set) var parameters: [Query.Parameter] = []
  private(set) var arguments: [Expression] = []

  /// Adds a value and returns its index; a name that is taken is numbered.
  mutating func add(_ name: String, _ value: Expression, _ type: ValueType) -> Int {
    let base = Words(name).words.isEmpty ? "value" : Words(name).snake
    var unique = base
    var number = 2
    while parameters.contains(where: { $0.name == unique }) {
      unique = "\(base)_\(number)"
      number += 1
    }
    parameters.append(Query.Parameter(unique, type))
    arguments.append(value)
    return parameters.count - 1
  }
}

extension BindingSession {
  /// Returns a path parameter's value in a type that compares with the column.
  func comparable(
    _ part: Target.KeyPart, of table: TableID, _ context: OperationContext, in builder: FunctionBuilder
  ) -> (value: Expression, type: ValueType) {
    let value = builder.value(.parameter(part.parameter))
    let type = core.resolved(context.operation.parameters[part.parameter].shape.type)
    return comparable(value, type, database[table][part.column].type)
  }

  /// Returns a value, of a type without null, in a type that compares with the column: integers of any width compare.
  func comparable(_ value: Expression, _ type: TypeRef, _ column: ColumnType) -> (value: Expression, type: ValueType) {
    let plain = column.valueType ?? type
    guard let conversion = TypeFit.between(type, column, in: core, database: database)?.write else { return (value, .api(plain)) }
    switch conversion {
    case .int32ToInt64, .int64ToInt32: return (value, .api(type))
    default: return (.convert(conversion, value), .api(plain))
    }
  }

  /// Returns one filter for each part of a key.
  func filters(
    _ parts: [Target.KeyPart], of table: TableID, _ context: OperationContext, in builder: FunctionBuilder,
    _ draft: inout QueryDraft
  ) -> [Filter] {
    parts.map { part in
      let (value, type) = comparable(part, of: table, context, in: builder)
      return Filter(part.column, .equal, parameter: draft.add(database[table][part.column].name, value, type))
    }
  }

  /// Such as `id` or `order_id_and_id`: the columns by which rows are found, as part of a query's name.
  func columnsName(_ parts: [Target.KeyPart], of table: TableID) -> String {
    parts.map { Words(database[table][$0.column].name).snake }.joined(separator: "_and_")
  }

  func thing(_ table: TableID) -> Words { Words(database[table].name).singular }
}
