extension Query {
  /// What the query gives: nothing for an insert whose row nobody asks for.
  public var result: ValueType {
    switch kind {
    case .select(let select):
      switch select.outcome {
      case .optional: .optional(.row(select.row))
      case .many: .list(.row(select.row))
      }
    case .count, .delete: .api(.scalar(.int64))
    case .exists: .api(.scalar(.bool))
    case .insert(let insert): insert.returning.map { .row($0) } ?? .unit
    case .update(let update): update.returning.map { .optional(.row($0)) } ?? .api(.scalar(.int64))
    }
  }

  /// Whether the query changes what is stored.
  public var isWrite: Bool {
    switch kind {
    case .select, .count, .exists: false
    case .insert, .update, .delete: true
    }
  }
}
