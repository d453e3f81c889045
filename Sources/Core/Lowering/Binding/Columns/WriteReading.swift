import SpecIR
import SpecNaming

/// What one write of an operation stores, and what must hold before it.
struct WriteReading {
  var parts: [WritePart] = []
  /// Values that the path and the body both give.
  var repeats: [Repeat] = []

  /// A field of the body that repeats what the path says.
  struct Repeat {
    let column: ColumnID
    let field: Field
    let parameter: Int
  }

  func part(_ column: String, in table: Table) -> WritePart? {
    parts.first { table[$0.column].name == column }
  }
}

extension BindingSession {
  /// Reads what the body gives for the table's columns.
  mutating func reading(
    of body: StructureRef, _ context: OperationContext, mode: WriteMode, in builder: inout FunctionBuilder
  ) throws(Refusal) -> WriteReading {
    let stated = context.stated + (hints.models[body.id]?.columns ?? [])
    let names = ColumnNames(context.target.table, in: database, stated: stated)
    let reader = BodyReading(names: names, model: body, core: core, mode: mode, body: builder.value(.body))
    let path = context.target.key + context.target.parentReferences(in: database)
    var reading = WriteReading()
    for entry in try reader.entries() {
      let column = names.table[entry.column]
      if let part = path.first(where: { $0.column == entry.column }) {
        let given = core.resolved(context.operation.parameters[part.parameter].shape.type)
        guard core.resolved(entry.field.shape.type).unwrapped == given else {
          throw Refusal(.unsupported, "the field '\(entry.field.name)' of \(body.name) repeats a path parameter in another type")
        }
        reading.repeats.append(WriteReading.Repeat(column: entry.column, field: entry.field, parameter: part.parameter))
        continue
      }
      if column.isReadOnly {
        throw Refusal(
          .unsupported,
          "the field '\(entry.field.name)' of \(body.name) gives a value for \(column.name), which the database makes")
      }
      let (value, type) =
        switch mode {
        case .insert, .update: reader.value(entry)
        case .replace: try reader.replacement(entry) { builder.now() }
        }
      reading.parts.append(WritePart(column: entry.column, value: value, type: type, source: .body(entry.field.name)))
    }
    return reading
  }

  /// Adds what an insert stores beside the body: references from the path, new identifiers, times.
  mutating func complete(
    _ reading: inout WriteReading, _ context: OperationContext, in builder: inout FunctionBuilder
  ) throws(Refusal) {
    let table = database[context.target.table]
    for part in context.target.parentReferences(in: database) {
      reading.parts.append(reference(part, context, in: &builder))
    }
    for id in table.columnIDs where !reading.parts.contains(where: { $0.column == id }) {
      let column = table[id]
      if writesTime(column) {
        reading.parts.append(.statementTime(id))
        continue
      }
      let isStamp = Stamp(column) != nil
      let isKey = table.primaryKey?.columns.contains(column.name) ?? false
      let fillsItself = column.defaultValue != nil || column.identity != nil || column.generated != nil
      // SQLite lets a key be NULL, which nobody means.
      if fillsItself || column.isNullable && !isKey && !isStamp { continue }
      if let part = made(id, of: table, context, in: &builder) {
        reading.parts.append(part)
      } else if !column.isNullable || isKey {
        throw Refusal(.unsupported, "the column \(table.name).\(column.name) must be filled, and no field of the body names it")
      }
    }
  }

  /// Defaults of SQLite write times in forms of many widths, such as `CURRENT_TIMESTAMP`'s, which do not compare as texts.
  private func writesTime(_ column: Column) -> Bool {
    guard database.dialect == .sqlite, column.defaultValue == .currentTimestamp, case .timestamp = column.type else { return false }
    return true
  }

  /// A path parameter as the value of a reference to the parent.
  private mutating func reference(
    _ part: Target.KeyPart, _ context: OperationContext, in builder: inout FunctionBuilder
  ) -> WritePart {
    let column = database[context.target.table][part.column].type
    let value = builder.value(.parameter(part.parameter))
    let type = core.resolved(context.operation.parameters[part.parameter].shape.type)
    let write = TypeFit.between(type, column, in: core, database: database)?.write
    if write == .int64ToInt32, let parent = context.target.parents.last {
      // No row has a key that its column cannot hold.
      let missing = error(.notFound(parent.table), for: context.id)
      builder.body.append(.branch(.outside(-2_147_483_648...2_147_483_647, value), then: [builder.fail(missing)], otherwise: []))
    }
    return WritePart(
      column: part.column, value: write.map { .convert($0, value) } ?? value, type: .api(column.valueType ?? type), source: .path)
  }

  /// Adds the time of the change where the table keeps one.
  func stampUpdate(_ reading: inout WriteReading, _ context: OperationContext, in builder: inout FunctionBuilder) {
    let table = database[context.target.table]
    for id in table.columnIDs where Stamp(table[id]) == .updated && !reading.parts.contains(where: { $0.column == id }) {
      if let part = made(id, of: table, context, in: &builder) { reading.parts.append(part) }
    }
  }

  /// Returns a value that no request gives: a key of type uuid, or a time that says when the row was made or changed.
  private func made(
    _ id: ColumnID, of table: Table, _ context: OperationContext, in builder: inout FunctionBuilder
  ) -> WritePart? {
    let column = table[id]
    if table.primaryKey?.columns == [column.name] {
      if column.type == .uuid {
        return WritePart(column: id, value: builder.newUUID(), type: .api(.scalar(.uuid)), source: .made)
      }
      guard column.type.isText, isShownAsUUID(id, context) else { return nil }
      return WritePart(
        column: id, value: .convert(.scalarToText(.uuid), builder.newUUID()), type: .api(.scalar(.string)), source: .made)
    }
    guard Stamp(column) != nil else { return nil }
    if case .timestamp = column.type {
      return .statementTime(id)
    }
    let text = Expression.convert(.scalarToText(.dateTime), builder.now())
    return WritePart(column: id, value: text, type: .api(.scalar(.string)), source: .made)
  }
}

extension BindingSession {
  /// Whether the contract shows a column of text as a UUID.
  private func isShownAsUUID(_ id: ColumnID, _ context: OperationContext) -> Bool {
    let names = ColumnNames(context.target.table, in: database, stated: context.stated)
    return context.answer.model?.structure.fields.contains { field in
      names.column(field.name) == id && core.scalar(of: field.shape.type) == .uuid
    } ?? false
  }
}

/// A column that says when its row was made or changed, by its name.
enum Stamp {
  case created
  case updated

  init?(_ column: Column) {
    switch column.type {
    case .timestamp, .text: break
    case .boolean, .int16, .int32, .int64, .float, .double, .decimal, .paddedText, .bytes, .uuid, .date, .time, .interval, .json,
      .enumeration, .array, .other:
      return nil
    }
    switch Words(column.name).compact {
    case "createdat", "createdon", "created", "insertedat", "creationtime", "createtime": self = .created
    case "updatedat", "updatedon", "updated", "modifiedat", "modifiedon", "modified", "lastmodified", "updatetime":
      self = .updated
    default: return nil
    }
  }
}
