import SpecIR
import SpecNaming

extension BindingSession {
  /// POST of a new row.
  mutating func bindCreate(_ context: OperationContext) throws(Refusal) {
    try refuseQuery(context)
    guard let body = context.body else { throw Refusal(.unsupported, "a new row needs a body") }
    let table = context.target.table
    var builder = builder(context)
    var reading = try reading(of: body, context, mode: .insert, in: &builder)
    try complete(&reading, context, in: &builder)
    guard !reading.parts.isEmpty else { throw Refusal(.unsupported, "\(body.name) gives no column a value") }
    check(reading, body, context, in: &builder)
    let start = builder.body.count
    checkParents(context, decidedByKey: !refersToOthers(reading, database[table]), in: &builder)
    var draft = QueryDraft()
    let assignments = assignments(reading, of: table, &draft)
    let returned = answersRow(context) ? row(of: table) : nil
    let query = add(
      Query(
        name: "insert_\(thing(table).snake)", table: table, parameters: draft.parameters,
        kind: .insert(Insert(assignments: assignments, returning: returned))), for: context.id)
    let violations = violations(of: reading, context, in: &builder)
    let local = returned.map { builder.local(thing(table).snake, .row($0)) }
    builder.body.append(.query(local, QueryCall(query, arguments: draft.arguments, violations: violations)))
    let answer = try local.flatMap { local throws(Refusal) in try item(.local(local), context) }
    builder.body.append(.return(answer?.value))
    builder.enclose(from: start)
    try finish(builder, context, result: answer?.type ?? .unit)
  }

  /// Turns what is written into the assignments of a query, with its parameters.
  func assignments(_ reading: WriteReading, of table: TableID, _ draft: inout QueryDraft) -> [Assignment] {
    reading.parts.map { part in
      if part.source == .statementTime { return Assignment(part.column, .currentTimestamp) }
      return Assignment(part.column, .parameter(draft.add(database[table][part.column].name, part.value, part.type)))
    }
  }
}
