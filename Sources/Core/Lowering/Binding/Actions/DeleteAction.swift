import SpecIR
import SpecNaming

extension BindingSession {
  /// DELETE of one row.
  mutating func bindDelete(_ context: OperationContext) throws(Refusal) {
    try refuseQuery(context)
    let table = context.target.table
    var builder = builder(context)
    let start = builder.body.count
    checkParents(context, decidedByKey: true, in: &builder)
    // Where the contract answers with what was deleted, it is read in the same transaction.
    let row = answersRow(context) ? try find(context, in: &builder) : nil
    let parts = itemParts(context)
    var draft = QueryDraft()
    let filters = filters(parts, of: table, context, in: builder, &draft)
    let query = add(
      Query(
        name: "delete_\(thing(table).snake)_by_\(columnsName(parts, of: table))", table: table, parameters: draft.parameters,
        kind: .delete(where: filters)), for: context.id)
    var violations: [QueryCall.Violation] = []
    for reference in refusing(table) {
      let inUse = error(.inUse(table), for: context.id)
      builder.declare(inUse)
      violations.append(.init(reference, inUse))
    }
    let deleted = builder.local("deleted", .api(.scalar(.int64)))
    builder.body.append(.query(deleted, QueryCall(query, arguments: draft.arguments, violations: violations)))
    let missing = error(.notFound(table), for: context.id)
    let none = Expression.call(.equal, [.local(deleted), .int64(0)])
    builder.body.append(.branch(none, then: [builder.fail(missing)], otherwise: []))
    let answer = try row.flatMap { row throws(Refusal) in try item(.local(row), context) }
    builder.body.append(.return(answer?.value))
    builder.enclose(from: start)
    try finish(builder, context, result: answer?.type ?? .unit)
  }

  /// The references that forbid the deletion of a row, those of rows that would be deleted with it included.
  private func refusing(_ table: TableID) -> [ConstraintReference] {
    var found: [ConstraintReference] = []
    var open = [table]
    var seen: Set<TableID> = [table]
    while let target = open.popLast() {
      for id in database.tableIDs {
        for (index, key) in database[id].foreignKeys.enumerated() where key.references == database[target].qualifiedName {
          switch key.onDelete {
          case .noAction, .restrict: found.append(.referenced(id, index))
          case .cascade: if seen.insert(id).inserted { open.append(id) }
          case .setNull, .setDefault: break
          }
        }
      }
    }
    return found
  }
}
