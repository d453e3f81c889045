package import SpecWriting

/// Writes behaviour as JSON, members in the order of their declaration; ids are indexes into the lists of the model.
///
/// A node with alternatives is an object whose first member, `kind`, says which one it is.
package enum BehaviourJSON {
  package static func json(_ function: Function) -> JSONValue {
    [
      "name": .string(function.name),
      "group": .string(function.group),
      "documentation": function.documentation.map { .string($0) } ?? .null,
      "parameterCount": .number(JSONNumber(function.parameterCount)),
      "result": json(function.result),
      "errors": .array(function.errors.map { id($0) }),
      "locals": .array(function.locals.map { ["name": .string($0.name), "type": json($0.type)] }),
      "body": json(function.body),
    ]
  }

  package static func json(_ error: ServiceError) -> JSONValue {
    [
      "name": .string(error.name),
      "status": .number(JSONNumber(error.status)),
      "code": .string(error.code),
      "message": .string(error.message),
      "pointer": error.pointer.map { .string($0) } ?? .null,
    ]
  }

  package static func json(_ row: RowShape) -> JSONValue {
    [
      "name": .string(row.name),
      "table": .number(JSONNumber(row.table.index)),
      "columns": .array(row.columns.map { column($0) }),
    ]
  }

  package static func json(_ mapping: RowMapping) -> JSONValue {
    ["row": id(mapping.row), "model": id(mapping.model), "fields": fields(mapping.fields)]
  }

  package static func json(_ type: ValueType) -> JSONValue {
    switch type {
    case .unit: ["kind": "unit"]
    case .api(let type): ["kind": "api", "type": json(type)]
    case .presence(let type): ["kind": "presence", "type": json(type)]
    case .row(let row): ["kind": "row", "row": id(row)]
    case .optional(let inner): ["kind": "optional", "of": json(inner)]
    case .list(let inner): ["kind": "list", "of": json(inner)]
    }
  }

  package static func json(_ type: TypeRef) -> JSONValue { CoreModelJSON.type(type) }

  static func id(_ id: some CoreIdentifier) -> JSONValue { .number(JSONNumber(id.index)) }

  static func column(_ id: ColumnID) -> JSONValue { .number(JSONNumber(id.index)) }

  static func fields(_ fields: [Expression.FieldValue]) -> JSONValue {
    .array(fields.map { ["field": .string($0.field), "value": json($0.value)] })
  }
}
