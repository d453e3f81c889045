import SpecIR

/// How the columns that a body gives are written.
enum WriteMode {
  /// What is absent takes the column's default.
  case insert
  /// What is absent is set to the column's default, or to null.
  case replace
  /// What is absent stays as it is.
  case update
}

/// Reads the fields of a request's body as columns of a table.
struct BodyReading {
  let names: ColumnNames
  let model: StructureRef
  let core: CoreModel
  let mode: WriteMode
  /// The body's value.
  let body: Expression

  /// A field with the column that it stands for.
  struct Entry {
    let field: Field
    let column: ColumnID
    let fit: TypeFit
  }

  /// Returns every field with its column: one that has none would be dropped without a word, and is refused instead.
  func entries() throws(Refusal) -> [Entry] {
    if case .kept = model.structure.additional {
      throw Refusal(.unsupported, "\(model.name) keeps members that no column can hold")
    }
    var entries: [Entry] = []
    for field in model.structure.fields {
      let column: ColumnID
      switch names.match(field.name) {
      case .column(let id): column = id
      case .none: throw Refusal(.unsupported, "the field '\(field.name)' of \(model.name) has no column in \(names.table.name)")
      case .ambiguous:
        throw Refusal(.ambiguous, "several columns of \(names.table.name) fit the field '\(field.name)' of \(model.name)")
      }
      let place = "\(names.table.name).\(names.table[column].name)"
      if let other = entries.first(where: { $0.column == column }) {
        throw Refusal(
          .ambiguous, "the fields '\(other.field.name)' and '\(field.name)' of \(model.name) both fit the column \(place)")
      }
      guard let fit = TypeFit.between(field.shape.type, names.table[column].type, in: core, database: names.database),
        fit.isWritable
      else { throw Refusal(.unsupported, "the field '\(field.name)' of \(model.name) cannot be stored in the column \(place)") }
      entries.append(Entry(field: field, column: column, fit: fit))
    }
    return entries
  }

  /// Returns the field's value in the column's type.
  func value(_ entry: Entry) -> (value: Expression, type: ValueType) {
    let isNullable = core.resolved(entry.field.shape.type).isOptional
    let isAbsentable = entry.field.presence == .optional
    var value = Expression.field(body, entry.field.name)
    if var conversion = entry.fit.write {
      if isNullable { conversion = .optional(conversion) }
      if isAbsentable { conversion = .optional(conversion) }
      value = .convert(conversion, value)
    }
    // A column that no query can name fits no field.
    let plain = names.table[entry.column].type.valueType ?? entry.field.shape.type
    let type = isNullable ? plain.nullable : plain
    return (value, isAbsentable ? .presence(type) : .api(type))
  }

  /// Returns what is written where the field is absent from a replacement: the column's default, else null.
  func replacement(_ entry: Entry, now: () -> Expression) throws(Refusal) -> (value: Expression, type: ValueType) {
    let (value, type) = value(entry)
    guard case .presence(let inner) = type else { return (value, type) }
    let column = names.table[entry.column]
    guard let standard = column.defaultValue else { return (.orNull(value), .api(inner.nullable)) }
    switch standard {
    case .literal(.null): return (.orNull(value), .api(inner.nullable))
    case .literal(let literal):
      if let json = literal.json(as: column.type), let plain = column.type.valueType {
        let other = Expression.literal(json, plain)
        return (.orElse(value, inner.isOptional ? .some(other) : other), .api(inner))
      }
    case .currentTimestamp:
      if case .timestamp = column.type { return (.orElse(value, inner.isOptional ? .some(now()) : now()), .api(inner)) }
    case .currentDate, .currentTime, .randomUUID, .expression: break
    }
    throw Refusal(
      .unsupported,
      "a replacement without '\(entry.field.name)' needs the default of \(names.table.name).\(column.name), which is no constant")
  }
}
