import SpecIR
import SpecWriting

extension Expression {
  /// Whether an int64 lies outside a range.
  static func outside(_ range: ClosedRange<Int>, _ value: Expression) -> Expression {
    .call(
      .boolOr,
      [.call(.int64Less, [value, .int64(range.lowerBound)]), .call(.int64Less, [.int64(range.upperBound), value])])
  }
}

extension BindingSession {
  /// Adds what must hold before a write: the path and the body agree, and values fit columns that are narrower than the
  /// contract says. The databases differ there: one cuts, one refuses, one stores what it gets.
  mutating func check(
    _ reading: WriteReading, _ body: StructureRef, _ context: OperationContext, in builder: inout FunctionBuilder
  ) {
    for item in reading.repeats { checkRepeat(item, context, in: &builder) }
    for part in reading.parts {
      guard case .body(let name) = part.source, let field = body.structure.fields.first(where: { $0.name == name }) else {
        continue
      }
      checkLength(of: field, part, context, in: &builder)
      checkRange(of: field, part, context, in: &builder)
      checkDigits(of: field, part, context, in: &builder)
    }
  }

  private mutating func checkRepeat(_ item: WriteReading.Repeat, _ context: OperationContext, in builder: inout FunctionBuilder) {
    let table = context.target.table
    let path = builder.value(.parameter(item.parameter))
    var field = Expression.field(builder.value(.body), item.field.name)
    let isNullable = core.resolved(item.field.shape.type).isOptional
    if item.field.presence == .optional, isNullable { field = .orNull(field) }
    let given = item.field.presence == .optional || isNullable ? Expression.orElse(field, path) : field
    let same = Expression.call(.equal, [given, path])
    let mismatch = error(
      .mismatch(table, database[table][item.column].name), pointer: jsonPointer(to: item.field.name), for: context.id)
    builder.body.append(.branch(.call(.boolNot, [same]), then: [builder.fail(mismatch)], otherwise: []))
  }

  private mutating func checkLength(
    of field: Field, _ part: WritePart, _ context: OperationContext, in builder: inout FunctionBuilder
  ) {
    let table = context.target.table
    let limit: Int
    switch database[table][part.column].type {
    case .text(let length?): limit = length
    case .paddedText(let length): limit = length
    default: return
    }
    guard core.scalar(of: field.shape.type) == .string, maximumLength(of: field.shape).map({ $0 > limit }) ?? true else { return }
    let value = present(field, otherwise: "", in: builder)
    let tooLong = Expression.call(.int64Less, [.int64(limit), .call(.stringLengthCodePoints, [value])])
    let failure = error(.tooLong(table, database[table][part.column].name), pointer: part.pointer, for: context.id)
    builder.body.append(.branch(tooLong, then: [builder.fail(failure)], otherwise: []))
  }

  private mutating func checkRange(
    of field: Field, _ part: WritePart, _ context: OperationContext, in builder: inout FunctionBuilder
  ) {
    let table = context.target.table
    let range: ClosedRange<Int>
    switch database[table][part.column].type {
    case .int16: range = -32768...32767
    case .int32: range = -2_147_483_648...2_147_483_647
    default: return
    }
    guard let scalar = core.scalar(of: field.shape.type), scalar == .int64 || scalar == .int32 && range.upperBound == 32767,
      !isWithin(range, field.shape)
    else { return }
    var value = present(field, otherwise: 0, in: builder)
    if scalar == .int32 { value = .convert(.int32ToInt64, value) }
    let failure = error(.outOfRange(table, database[table][part.column].name), pointer: part.pointer, for: context.id)
    // The test stands before statements that convert the value, and so before the transaction.
    builder.body.append(.branch(.outside(range, value), then: [builder.fail(failure)], otherwise: []))
  }

  private mutating func checkDigits(
    of field: Field, _ part: WritePart, _ context: OperationContext, in builder: inout FunctionBuilder
  ) {
    let table = context.target.table
    // PostgreSQL fails where a number has too many digits before the point; SQLite has no such bound.
    guard let room = DecimalRoom(database[table][part.column].type), let scalar = core.scalar(of: field.shape.type),
      scalar == .double || scalar == .decimal && room.isStated, !isWithin(digits: room.digits, field.shape)
    else { return }
    let zero: JSONValue = scalar == .decimal ? "0" : 0
    let value = present(field, otherwise: zero, in: builder)
    let fits = Expression.call(.decimalFits, [value, .int64(room.digits + room.scale), .int64(room.scale)])
    let failure = error(.tooLarge(table, database[table][part.column].name), pointer: part.pointer, for: context.id)
    builder.body.append(.branch(.call(.boolNot, [fits]), then: [builder.fail(failure)], otherwise: []))
  }

  /// Whether the contract itself bounds a number by less than so many digits before the point can say.
  private func isWithin(digits: Int, _ shape: Shape) -> Bool {
    let bound = (0..<digits).reduce(1.0) { value, _ in value * 10 }
    let all = constraints(of: shape)
    let low = all.compactMap(\.minimum?.value.double).max()
    let high = all.compactMap(\.maximum?.value.double).min()
    guard let low, let high else { return false }
    // Rounding may carry over to one more digit.
    return low > 1 - bound && high < bound - 1
  }

  /// A field's value, or another where it is absent or null.
  private func present(_ field: Field, otherwise: JSONValue, in builder: FunctionBuilder) -> Expression {
    var value = Expression.field(builder.value(.body), field.name)
    let type = core.resolved(field.shape.type)
    if field.presence == .optional { value = .orNull(value) }
    guard field.presence == .optional || type.isOptional else { return value }
    return .orElse(value, .literal(otherwise, type.unwrapped))
  }

  /// The constraints of a shape and of the names behind its type.
  private func constraints(of shape: Shape) -> [Constraints] {
    var found = [shape.constraints]
    var type = shape.type.unwrapped
    for _ in 0...core.models.count {
      guard case .named(let id) = type, case .alias(let inner) = core[id].kind else { break }
      found.append(inner.constraints)
      type = inner.type.unwrapped
    }
    return found
  }

  private func maximumLength(of shape: Shape) -> Int? { constraints(of: shape).compactMap(\.maxLength).min() }

  private func isWithin(_ range: ClosedRange<Int>, _ shape: Shape) -> Bool {
    let all = constraints(of: shape)
    let low = all.compactMap(\.minimum?.value.int64).max()
    let high = all.compactMap(\.maximum?.value.int64).min()
    guard let low, let high else { return false }
    return low >= Int64(range.lowerBound) && high <= Int64(range.upperBound)
  }
}
