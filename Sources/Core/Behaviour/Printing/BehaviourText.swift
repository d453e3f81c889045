import SpecWriting

/// Prints behaviour as pseudo-code, for people: reviews, dumps and tests. Nothing reads it back.
package struct BehaviourText {
  let core: CoreModel

  package init(_ core: CoreModel) { self.core = core }

  /// Returns a function with its body, two spaces for each level.
  package func text(of function: Function) -> String {
    let parameters = function.parameters.map { "\($0.name): \(text(of: $0.type))" }.joined(separator: ", ")
    let errors = function.errors.map { core[$0].name }.joined(separator: ", ")
    let head = "\(function.name)(\(parameters)) -> \(text(of: function.result))\(errors.isEmpty ? "" : " fails \(errors)")"
    return
      ([head] + StatementText(expressions: ExpressionText(core: core, locals: function.locals)).lines(function.body, depth: 1))
      .joined(separator: "\n")
  }

  /// Returns a query in one line.
  package func text(of query: Query) -> String { QueryText(query: query, core: core, types: text(of:)).text }

  /// Returns a row in one line.
  package func text(of row: RowShape) -> String {
    "\(row.name)(\(row.columns.map { column(row.table, $0) }.joined(separator: ", ")))"
  }

  /// Returns a mapping in one line.
  package func text(of mapping: RowMapping) -> String {
    let row = core[mapping.row]
    let expressions = ExpressionText(core: core, locals: [Function.Local("row", .row(mapping.row))])
    let fields = mapping.fields.map { "\($0.field): \(expressions.text($0.value))" }.joined(separator: ", ")
    return "\(row.name) -> \(core[mapping.model].name) {\(fields)}"
  }

  package func text(of error: ServiceError) -> String {
    "\(error.name) \(error.status) \(error.code)\(error.pointer.map { " at \($0)" } ?? ""): \(error.message)"
  }

  package func text(of type: ValueType) -> String {
    switch type {
    case .unit: "nothing"
    case .api(let type): text(of: type)
    case .presence(let type): "maybe \(text(of: type))"
    case .row(let id): "row \(core[id].name)"
    case .optional(let inner): "\(text(of: inner))?"
    case .list(let inner): "[\(text(of: inner))]"
    }
  }

  package func text(of type: TypeRef) -> String {
    switch type {
    case .scalar(let scalar): scalar.rawValue
    case .list(let shape): "[\(text(of: shape.type))]"
    case .map(let shape): "{\(text(of: shape.type))}"
    case .named(let id): core[id].name
    case .optional(let inner): "\(text(of: inner))?"
    }
  }

  func column(_ table: TableID, _ column: ColumnID) -> String {
    core.database.map { $0[table][column].name } ?? "\(column.index)"
  }
}
