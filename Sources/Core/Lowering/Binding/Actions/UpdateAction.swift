import SpecIR
import SpecNaming

extension BindingSession {
  /// PUT: every column that the contract shows gets a new value.
  mutating func bindReplace(_ context: OperationContext) throws(Refusal) {
    if context.operation.declares(201) {
      throw Refusal(.unsupported, "a PUT that may create its row is not generated yet")
    }
    guard let body = context.body else { throw Refusal(.unsupported, "a replacement needs a body") }
    try bindChange(context, body, .replace)
  }

  /// PATCH: only what is present changes.
  mutating func bindUpdate(_ context: OperationContext) throws(Refusal) {
    guard let body = context.body else { throw Refusal(.unsupported, "a change needs a body") }
    let partial = partialModel(of: body, context)
    try bindChange(context.with(body: partial), partial, .update)
  }

  private mutating func bindChange(_ context: OperationContext, _ body: StructureRef, _ mode: WriteMode) throws(Refusal) {
    try refuseQuery(context)
    let table = context.target.table
    var builder = builder(context)
    var reading = try reading(of: body, context, mode: mode, in: &builder)
    guard !reading.parts.isEmpty else { throw Refusal(.unsupported, "\(body.name) gives no column a value") }
    stampUpdate(&reading, context, in: &builder)
    check(reading, body, context, in: &builder)
    let start = builder.body.count
    checkParents(context, decidedByKey: true, in: &builder)
    var draft = QueryDraft()
    let assignments = assignments(reading, of: table, &draft)
    let filters = filters(itemParts(context), of: table, context, in: builder, &draft)
    let returned = answersRow(context) ? row(of: table) : nil
    let name = "\(mode == .replace ? "replace" : "update")_\(thing(table).snake)"
    let query = add(
      Query(
        name: name, table: table, parameters: draft.parameters,
        kind: .update(Update(assignments: assignments, filters: filters, returning: returned))), for: context.id)
    let call = QueryCall(query, arguments: draft.arguments, violations: violations(of: reading, context, in: &builder))
    let missing = error(.notFound(table), for: context.id)
    if let returned {
      let found = builder.local("found", .optional(.row(returned)))
      let local = builder.local(thing(table).snake, .row(returned))
      builder.body.append(.query(found, call))
      builder.body.append(.unwrap(local, .local(found), otherwise: [builder.fail(missing)]))
      let answer = try item(.local(local), context)
      builder.body.append(.return(answer?.value))
      builder.enclose(from: start)
      try finish(builder, context, result: answer?.type ?? .unit)
    } else {
      let changed = builder.local("changed", .api(.scalar(.int64)))
      builder.body.append(.query(changed, call))
      let none = Expression.call(.equal, [.local(changed), .int64(0)])
      builder.body.append(.branch(none, then: [builder.fail(missing)], otherwise: []))
      builder.body.append(.return(nil))
      builder.enclose(from: start)
      try finish(builder, context, result: .unit)
    }
  }
}
