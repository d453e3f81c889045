import SpecDiagnostics
import SpecIR

extension BindingSession {
  /// Returns how a row of the table becomes a model of the contract, made once for both.
  mutating func mapping(
    of table: TableID, to model: StructureRef, stated: [OperationHint.Pair], for operation: OperationID
  ) throws(Refusal) -> MappingID {
    let stated = stated + (hints.models[model.id]?.columns ?? [])
    let key = MappingKey(table: table, model: model.id, stated: stated.map { "\($0.name)=\($0.column)" })
    if let id = mappingIDs[key] { return id }
    var mapper = RowMapper(names: ColumnNames(table, in: database, stated: stated), model: model, core: core)
    let fields = try mapper.fields()
    for field in mapper.leftOut {
      note(
        .fieldUnmapped, "the optional field '\(field)' of \(model.name) has no column in \(database[table].name) and is left out",
        operation)
    }
    core.mappings.append(RowMapping(row: row(of: table), model: model.id, fields: fields))
    let id = MappingID(core.mappings.count - 1)
    mappingIDs[key] = id
    core.provenance.add(Origin("table \(database[table].name)", at: database[table].place.range), to: .mapping(id))
    return id
  }
}

/// Fills the fields of one model from the columns of one table.
struct RowMapper {
  let names: ColumnNames
  let model: StructureRef
  let core: CoreModel
  /// Optional fields that nothing fills.
  private(set) var leftOut: [String] = []

  init(names: ColumnNames, model: StructureRef, core: CoreModel) {
    self.names = names
    self.model = model
    self.core = core
  }

  /// Columns are counted as the table does.
  mutating func fields() throws(Refusal) -> [Expression.FieldValue] {
    var fields: [Expression.FieldValue] = []
    for field in model.structure.fields {
      if let value = try value(of: field) { fields.append(Expression.FieldValue(field.name, value)) }
    }
    guard !model.structure.fields.isEmpty else { return [] }
    guard fields.contains(where: { !$0.value.columns.isEmpty }) else {
      throw Refusal(.noTable, "no field of \(model.name) names a column of \(names.table.name)")
    }
    return fields
  }

  private mutating func value(of field: Field) throws(Refusal) -> Expression? {
    let isNeeded = field.presence == .required
    switch names.match(field.name) {
    case .ambiguous:
      throw Refusal(.ambiguous, "several columns of \(names.table.name) fit the field '\(field.name)' of \(model.name)")
    case .none:
      if let constant = constant(field) { return constant }
      guard isNeeded else { return missing(field) }
      throw Refusal(.unsupported, "the required field '\(field.name)' of \(model.name) has no column in \(names.table.name)")
    case .column(let id):
      let column = names.table[id]
      guard let fit = TypeFit.between(field.shape.type, column.type, in: core, database: names.database) else {
        guard isNeeded else { return missing(field) }
        throw Refusal(
          .unsupported,
          "the field '\(field.name)' of \(model.name) and the column \(names.table.name).\(column.name) differ in type")
      }
      let isNullable = core.resolved(field.shape.type).isOptional
      let stored = Expression.column(.local(LocalID(0)), id.index)
      if !column.isNullable {
        let value = fit.read.map { .convert($0, stored) } ?? stored
        return isNullable ? .some(value) : value
      }
      let value = fit.read.map { .convert(.optional($0), stored) } ?? stored
      if isNullable { return value }
      switch field.presence {
      case .optional: return .absentIfNull(value)
      case .defaulted(let other): return .orElse(value, .literal(other, field.shape.type))
      case .required: break
      }
      throw Refusal(
        .unsupported,
        "the column \(names.table.name).\(column.name) may be NULL, and the field '\(field.name)' of \(model.name) may not"
      )
    }
  }

  /// Leaves a field out that nothing fills; one with a default has that.
  private mutating func missing(_ field: Field) -> Expression? {
    leftOut.append(field.name)
    guard case .defaulted(let value) = field.presence else { return nil }
    return .literal(value, field.shape.type)
  }

  /// The one value that a field can have.
  private func constant(_ field: Field) -> Expression? {
    guard field.presence == .required, let (id, enumeration) = core.enumeration(of: field.shape.type),
      enumeration.cases.count == 1
    else { return nil }
    return .literal(enumeration.cases[0].value, .named(id))
  }
}
