import SpecWriting

/// Computes expressions; they have no effects.
struct Evaluator {
  let core: CoreModel
  let frame: Interpreter.Frame

  func value(of expression: Expression) throws(InfrastructureFailure) -> Value {
    switch expression {
    case .local(let id):
      guard let value = frame.locals[id.index] else { throw InfrastructureFailure("a local has no value yet") }
      return value
    case .literal(let value, _): return .api(value)
    case .field(let base, let name): return try field(name, of: base)
    case .column(let base, let index):
      guard case .row(let columns) = try value(of: base) else { throw InfrastructureFailure("a row was expected") }
      return .api(columns[index] ?? .null)
    case .construct(_, let fields): return try construct(fields)
    case .none: return .api(.null)
    case .some(let inner): return try value(of: inner)
    case .orNull(let inner):
      let value = try value(of: inner)
      return value == .absent ? .api(.null) : value
    case .orElse(let inner, let other): return try orElse(inner, other)
    case .absentIfNull(let inner):
      let value = try value(of: inner)
      return value == .api(.null) ? .absent : value
    case .isPresent(let inner): return .api(.bool(try value(of: inner) != .absent))
    case .mapped(let mapping, let row): return try map(mapping, try value(of: row))
    case .mappedList(let mapping, let rows):
      var items: [JSONValue] = []
      for row in try self.items(of: rows) { items.append(try map(mapping, row).json()) }
      return .api(.array(items))
    case .convert(let conversion, let inner): return try Converter(core: core).convert(try value(of: inner), by: conversion)
    case .call(let operation, let arguments):
      var values: [Value] = []
      for argument in arguments { values.append(try value(of: argument)) }
      return try Arithmetic.apply(operation, values)
    }
  }

  /// The elements of a list, of rows or of values.
  func items(of expression: Expression) throws(InfrastructureFailure) -> [Value] {
    switch try value(of: expression) {
    case .list(let items): return items
    case .api(.array(let items)): return items.map { .api($0) }
    case .unit, .api, .absent, .row, .nothing: throw InfrastructureFailure("a list was expected")
    }
  }

  /// A missing member has the default that its structure declares, else it is absent.
  private func field(_ name: String, of base: Expression) throws(InfrastructureFailure) -> Value {
    guard case .api(let object) = try value(of: base) else { throw InfrastructureFailure("a structure was expected") }
    if let member = object[name] { return .api(member) }
    guard case .api(let type)? = type(of: base), let structure = TypeComparison(core: core).structure(type),
      let field = structure.fields.first(where: { $0.name == name }), case .defaulted(let standard) = field.presence
    else { return .absent }
    return .api(standard)
  }

  /// The type of an expression, which a verified function always has.
  private func type(of expression: Expression) -> ValueType? {
    let types = ExpressionTypes(
      core: core, database: core.database ?? Database(dialect: .sqlite), place: "interpreter", locals: frame.declared,
      assigned: Set(frame.declared.indices.map(LocalID.init)))
    return try? types.type(of: expression)
  }

  private func construct(_ fields: [Expression.FieldValue]) throws(InfrastructureFailure) -> Value {
    var members: [JSONValue.Member] = []
    for field in fields {
      let value = try value(of: field.value)
      if value == .absent { continue }
      members.append(JSONValue.Member(field.field, try value.json()))
    }
    return .api(.object(members))
  }

  private func orElse(_ expression: Expression, _ other: Expression) throws(InfrastructureFailure) -> Value {
    let value = try value(of: expression)
    // Null is a value of a presence, and no value of an optional.
    if case .presence? = type(of: expression) { return value == .absent ? try self.value(of: other) : value }
    return value == .nothing || value == .api(.null) ? try self.value(of: other) : value
  }

  private func map(_ id: MappingID, _ row: Value) throws(InfrastructureFailure) -> Value {
    let mapping = core[id]
    let inner = Evaluator(
      core: core, frame: Interpreter.Frame(locals: [row], declared: [Function.Local("row", .row(mapping.row))]))
    return try inner.construct(mapping.fields)
  }
}
