import SpecIR
import SpecNaming

extension BindingSession {
  /// GET and HEAD of one row.
  mutating func bindRead(_ context: OperationContext) throws(Refusal) {
    try refuseQuery(context)
    var builder = builder(context)
    checkParents(context, decidedByKey: true, in: &builder)
    if answersRow(context) {
      let row = try find(context, in: &builder)
      let answer = try item(.local(row), context)
      builder.body.append(.return(answer?.value))
      try finish(builder, context, result: answer?.type ?? .unit)
    } else {
      checkExists(context.target.table, itemParts(context), context, in: &builder)
      builder.body.append(.return(nil))
      try finish(builder, context, result: .unit)
    }
  }

  /// Finds the row that the path means, or fails.
  mutating func find(_ context: OperationContext, in builder: inout FunctionBuilder) throws(Refusal) -> LocalID {
    let table = context.target.table
    let name = thing(table).snake
    let parts = itemParts(context)
    var draft = QueryDraft()
    let filters = filters(parts, of: table, context, in: builder, &draft)
    let row = row(of: table)
    let query = add(
      Query(
        name: "find_\(name)_by_\(columnsName(parts, of: table))", table: table, parameters: draft.parameters,
        kind: .select(Select(row: row, filters: filters, outcome: .optional))), for: context.id)
    let found = builder.local("found", .optional(.row(row)))
    builder.body.append(.query(found, QueryCall(query, arguments: draft.arguments)))
    let local = builder.local(name, .row(row))
    let missing = error(.notFound(table), for: context.id)
    builder.body.append(.unwrap(local, .local(found), otherwise: [builder.fail(missing)]))
    return local
  }
}
