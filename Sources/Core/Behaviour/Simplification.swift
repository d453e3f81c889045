extension Function {
  /// The same function without conversions there and back: a value that was widened and is narrowed again is the value itself.
  ///
  /// Means the same, and asks less of the reader and of stacks where narrowing can fail.
  public var simplified: Function {
    var widened: [LocalID: Expression] = [:]
    for case .bind(let local, .convert(.int32ToInt64, let value)) in body { widened[local] = value }
    guard !widened.isEmpty else { return self }
    var copy = self
    copy.body = body.map { statement in
      guard case .return(let value?) = statement else { return statement }
      return .return(value.narrowing(widened))
    }
    return copy
  }
}

extension Expression {
  /// Puts the value from before a widening where the widened one is narrowed.
  fileprivate func narrowing(_ widened: [LocalID: Expression]) -> Expression {
    switch self {
    case .convert(.int64ToInt32, .local(let local)): widened[local] ?? self
    case .convert(let conversion, let inner): .convert(conversion, inner.narrowing(widened))
    case .construct(let id, let fields):
      .construct(id, fields.map { FieldValue($0.field, $0.value.narrowing(widened)) })
    case .some(let inner): .some(inner.narrowing(widened))
    case .orElse(let one, let other): .orElse(one.narrowing(widened), other.narrowing(widened))
    case .call(let op, let arguments): .call(op, arguments.map { $0.narrowing(widened) })
    case .local, .literal, .field, .column, .none, .orNull, .absentIfNull, .isPresent, .mapped, .mappedList: self
    }
  }
}
