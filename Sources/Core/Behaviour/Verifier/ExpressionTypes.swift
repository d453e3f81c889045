import SpecWriting

/// Finds the type of every expression, or what is wrong with it.
struct ExpressionTypes {
  let core: CoreModel
  let database: Database
  let place: String
  let locals: [Function.Local]
  /// The locals that have a value here.
  var assigned: Set<LocalID>

  private var comparison: TypeComparison { TypeComparison(core: core) }

  private func fault(_ message: String) -> BehaviourFault { BehaviourFault(place, message) }

  func type(of expression: Expression) throws(BehaviourFault) -> ValueType {
    switch expression {
    case .local(let id):
      guard locals.indices.contains(id.index) else { throw fault("local \(id.index) does not exist") }
      guard assigned.contains(id) else { throw fault("local '\(locals[id.index].name)' is read before it has a value") }
      return locals[id.index].type
    case .literal(let value, let type):
      guard isLiteral(value, of: type) else { throw fault("a literal does not fit its type") }
      return .api(type)
    case .field(let base, let name): return try field(name, of: try type(of: base))
    case .column(let base, let index): return try column(index, of: try type(of: base))
    case .construct(let id, let fields): return try construct(id, fields)
    case .none(let type): return .api(type.nullable)
    case .some(let value): return try some(try type(of: value))
    case .orNull(let value):
      guard case .presence(let inner) = try type(of: value) else { throw fault("orNull needs a presence") }
      return .api(comparison.resolved(inner).nullable)
    case .orElse(let value, let other): return try orElse(try type(of: value), try type(of: other))
    case .absentIfNull(let value):
      guard case .api(let inner) = try type(of: value), case .optional(let present) = comparison.resolved(inner) else {
        throw fault("absentIfNull needs an optional")
      }
      return .presence(present)
    case .isPresent(let value):
      guard case .presence = try type(of: value) else { throw fault("isPresent needs a presence") }
      return .api(.scalar(.bool))
    case .mapped(let id, let row):
      guard core.mappings.indices.contains(id.index) else { throw fault("mapping \(id.index) does not exist") }
      guard try type(of: row) == .row(core[id].row) else { throw fault("a mapping is given another row than its own") }
      return .api(.named(core[id].model))
    case .mappedList(let id, let rows):
      guard core.mappings.indices.contains(id.index) else { throw fault("mapping \(id.index) does not exist") }
      guard try type(of: rows) == .list(.row(core[id].row)) else { throw fault("a mapping is given other rows than its own") }
      return .api(.list(Shape(.named(core[id].model))))
    case .convert(let conversion, let value):
      let from = try type(of: value)
      guard let result = ConversionTypes(comparison: comparison).result(of: conversion, on: from) else {
        throw fault("the conversion \(conversion) does not apply to \(from)")
      }
      return result
    case .call(let operation, let arguments): return try call(operation, arguments)
    }
  }

  private func field(_ name: String, of base: ValueType) throws(BehaviourFault) -> ValueType {
    guard case .api(let type) = base, let structure = comparison.structure(type) else {
      throw fault("the field '\(name)' is read of something that is no structure")
    }
    guard let field = structure.fields.first(where: { $0.name == name }) else { throw fault("there is no field '\(name)'") }
    switch field.presence {
    case .required, .defaulted: return .api(field.shape.type)
    case .optional: return .presence(field.shape.type)
    }
  }

  private func column(_ index: Int, of base: ValueType) throws(BehaviourFault) -> ValueType {
    guard case .row(let id) = base, core.rows.indices.contains(id.index) else {
      throw fault("a column is read of something that is no row")
    }
    let row = core[id]
    guard row.columns.indices.contains(index), let type = database[row.table][row.columns[index]].valueType else {
      throw fault("the row \(row.name) has no column \(index)")
    }
    return .api(type)
  }

  private func construct(_ id: ModelID, _ values: [Expression.FieldValue]) throws(BehaviourFault) -> ValueType {
    guard core.models.indices.contains(id.index), case .structure(let structure) = core[id].kind else {
      throw fault("something is constructed that is no structure")
    }
    try checkFields(values, of: structure, name: core[id].name)
    return .api(.named(id))
  }

  /// Checks that every required field has a value, none has two, and each value is of its field's type.
  func checkFields(_ values: [Expression.FieldValue], of structure: Structure, name: String) throws(BehaviourFault) {
    guard Set(values.map(\.field)).count == values.count else { throw fault("a field of \(name) is given twice") }
    for value in values {
      guard let field = structure.fields.first(where: { $0.name == value.field }) else {
        throw fault("\(name) has no field '\(value.field)'")
      }
      let type = try type(of: value.value)
      let fits =
        comparison.isSame(type, .api(field.shape.type))
        || field.presence == .optional && comparison.isSame(type, .presence(field.shape.type))
      guard fits else { throw fault("the field '\(field.name)' of \(name) is given a \(type)") }
    }
    for field in structure.fields where field.presence == .required && !values.contains(where: { $0.field == field.name }) {
      throw fault("the required field '\(field.name)' of \(name) is not given")
    }
  }

  private func some(_ type: ValueType) throws(BehaviourFault) -> ValueType {
    switch type {
    case .api(let inner):
      guard !comparison.resolved(inner).isOptional else { throw fault("null would be nested in null") }
      return .api(inner.nullable)
    case .row, .list: return .optional(type)
    case .unit, .presence, .optional: throw fault("some needs a value")
    }
  }

  private func orElse(_ value: ValueType, _ other: ValueType) throws(BehaviourFault) -> ValueType {
    let inner: ValueType
    switch value {
    case .presence(let type): inner = .api(type)
    case .api(let type):
      guard case .optional(let present) = comparison.resolved(type) else { throw fault("orElse needs a presence or an optional") }
      inner = .api(present)
    case .optional(let type): inner = type
    case .unit, .row, .list: throw fault("orElse needs a presence or an optional")
    }
    guard comparison.isSame(inner, other) else { throw fault("both sides of orElse have one type") }
    return inner
  }

  private func call(_ operation: Operator, _ arguments: [Expression]) throws(BehaviourFault) -> ValueType {
    var types: [ValueType] = []
    for argument in arguments { types.append(try type(of: argument)) }
    guard let result = OperatorTypes(comparison: comparison).result(of: operation, on: types) else {
      throw fault("\(operation.rawValue) does not apply to \(types)")
    }
    return result
  }

  private func isLiteral(_ value: JSONValue, of type: TypeRef) -> Bool {
    let resolved = comparison.resolved(type)
    switch (resolved, value) {
    case (.optional(let inner), _): return value == .null || isLiteral(value, of: inner)
    case (.scalar(.json), _): return true
    case (.scalar(.bool), .bool): return true
    case (.scalar(.int32), .number(let number)):
      return number.int64.map { Int32(exactly: $0) != nil } ?? false
    case (.scalar(.int64), .number(let number)): return number.int64 != nil
    case (.scalar(.float), .number), (.scalar(.double), .number), (.scalar(.decimal), .number): return true
    case (.scalar(let scalar), .string):
      switch scalar {
      case .string, .decimal, .date, .time, .dateTime, .duration, .uuid, .uri, .bytes: return true
      case .int32, .int64, .float, .double, .bool, .file, .json: return false
      }
    case (.named(let id), _):
      guard core.models.indices.contains(id.index) else { return false }
      if case .enumeration(let enumeration) = core[id].kind { return enumeration.cases.contains { $0.value == value } }
      if case .object = value { return true }
      return false
    case (.list(let shape), .array(let items)): return items.allSatisfy { isLiteral($0, of: shape.type) }
    case (.map, .object): return true
    case (.scalar, _), (.list, _), (.map, _): return false
    }
  }
}
