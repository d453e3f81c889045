import SpecAdapters
import SpecIR
import SpecNaming

/// Spells the statements of a function.
struct ServiceStatements {
  let service: ServiceFunction
  let spelling: Spelling
  private var target: RustTarget { service.target }
  private var function: Function { service.function }

  init(_ service: ServiceFunction) {
    self.service = service
    spelling = service.spelling
  }

  var body: RustBlock {
    guard function.body.asksTwice, let first = function.body.firstIndex(where: \.asksDatabase) else {
      return RustBlock(statements(function.body, executor: .path(RustPath("db")), isTail: true))
    }
    // One connection for all that is read: lending another for each query costs as much as a small query.
    let before = statements(Array(function.body[..<first]), executor: .path(RustPath("db")), isTail: false)
    let acquire = RustStatement.let(.mut("connection"), RustExpr("db").call("acquire").await.try)
    let after = statements(
      Array(function.body[first...]), executor: .refMut(.dereference("connection")), isTail: true)
    return RustBlock(before + [acquire] + after)
  }

  /// - Parameters:
  ///   - executor: what queries run on.
  ///   - isTail: whether the block's value is the function's.
  private func statements(_ block: Block, executor: RustExpr, isTail: Bool, commits: Bool = false) -> [RustStatement] {
    block.enumerated().flatMap { index, statement in
      spell(statement, executor, isTail: isTail && index == block.count - 1, commits: commits)
    }
  }

  private func spell(_ statement: Statement, _ executor: RustExpr, isTail: Bool, commits: Bool) -> [RustStatement] {
    switch statement {
    case .bind(let local, let value):
      return counts(in: value) + [.let(pattern(local), spelling.owned(value))]
    case .query(let local, let call): return query(local, call, executor)
    case .effect(let local, let effect): return [.let(pattern(local), spell(effect))]
    case .unwrap(let local, let value, let otherwise): return unwrap(local, value, otherwise, executor, commits: commits)
    case .branch(let condition, let then, let otherwise):
      return branch(condition, then, otherwise, executor, isTail: isTail, commits: commits)
    case .each(let local, let list, let block):
      let body = RustBlock(statements(block, executor: executor, isTail: false, commits: commits))
      return [.expr(.for(pattern(local), in: spelling.owned(list)) { body })]
    case .transaction(let block): return transaction(block, isTail: isTail)
    case .fail(let error):
      let value = RustExpr.err(.path(service.errorSymbol, target.core[error].name))
      return [isTail ? .tail(value) : .expr(.return(value))]
    case .return(let value): return leave(value, isTail: isTail, commits: commits)
    }
  }

  private func pattern(_ local: LocalID) -> RustPattern { RustPattern(stringLiteral: service.locals[local.index]) }

  private func local(_ id: LocalID) -> RustExpr { RustExpr(stringLiteral: service.locals[id.index]) }

  private func spell(_ effect: Effect) -> RustExpr {
    switch effect {
    case .now: .call(RustPath(.utc, "now"))
    case .newUUID: .call(RustPath(.uuid, "now_v7"))
    }
  }

  // MARK: Queries

  private func query(_ local: LocalID?, _ call: QueryCall, _ executor: RustExpr) -> [RustStatement] {
    guard let database = target.core.database else { return [] }
    let shape = QueryShape(target, call.query, database)
    var statements = call.arguments.flatMap { counts(in: $0) }
    var names = NameScope(reserved: RustNames.values)
    for name in service.reservedNames + service.locals { names.reserve(name) }
    let values = zip(call.arguments, shape.parameters).map { argument, parameter in
      guard shape.usesStructure, let temporary = temporary(argument, parameter) else { return self.argument(argument, parameter) }
      let name = names.claim(parameter.name)
      statements.append(.let(RustPattern(stringLiteral: name), temporary))
      return spelling.look(at: RustExpr(stringLiteral: name), spelling.type(of: argument))
    }
    var arguments = [executor]
    if shape.usesStructure {
      let fields = zip(shape.parameters, values).map { RustExpr.FieldValue($0.name, $1) }
      statements.append(.let("values", .structure(RustPath(.query(shape.structureName)), fields)))
      arguments.append(.ref("values"))
    } else {
      arguments += values
    }
    let run = RustExpr.call(RustPath(.own("generated", "db", name: "queries"), shape.function), arguments: arguments).await.try
    statements.append(local.map { .let(pattern($0), run) } ?? .expr(run))
    return statements
  }

  /// What has to be kept, since it is made for the query and the query's values only refer to it.
  private func temporary(_ value: Expression, _ parameter: QueryShape.Parameter) -> RustExpr? {
    let type = spelling.type(of: value)
    guard parameter.type.borrows, !parameter.isList, value.isMade, spelling.isOptional(type), !spelling.isCopy(type) else {
      return nil
    }
    return spelling.operand(value).expression
  }

  private func argument(_ value: Expression, _ parameter: QueryShape.Parameter) -> RustExpr {
    // What is not borrowed by the query is made for it.
    let isBorrowed = parameter.type.borrows
    return isBorrowed && !parameter.isList ? spelling.borrowed(value) : spelling.owned(value)
  }

  /// Names the lengths of lists that a value counts, before the lists are used up.
  private func counts(in value: Expression) -> [RustStatement] {
    value.countedLocals.map { id in
      .let(RustPattern(stringLiteral: service.countName(of: id)), local(id).call("len").cast(to: .i64))
    }
  }

  // MARK: Control

  private func unwrap(
    _ local: LocalID, _ value: Expression, _ otherwise: Block, _ executor: RustExpr, commits: Bool
  ) -> [RustStatement] {
    let operand = spelling.operand(value).expression
    if otherwise.count == 1, case .fail(let error) = otherwise[0] {
      let failure = RustExpr.path(service.errorSymbol, target.core[error].name)
      return [.let(pattern(local), operand.call("ok_or", failure).try)]
    }
    let block = statements(otherwise, executor: executor, isTail: false, commits: commits)
    return [.let(RustLet(.some(pattern(local)), nil, operand, else: RustBlock(block)))]
  }

  private func branch(
    _ condition: Expression, _ then: Block, _ otherwise: Block, _ executor: RustExpr, isTail: Bool, commits: Bool
  ) -> [RustStatement] {
    let counts = counts(in: condition)
    let condition = spelling.operand(condition).expression
    let first = RustBlock(statements(then, executor: executor, isTail: isTail, commits: commits))
    guard !otherwise.isEmpty else { return counts + [.expr(.if(condition) { first })] }
    let second = RustBlock(statements(otherwise, executor: executor, isTail: isTail, commits: commits))
    let whole = RustExpr.if(condition, { first }, otherwise: { second })
    return counts + [isTail ? .tail(whole) : .expr(whole)]
  }

  private func transaction(_ block: Block, isTail: Bool) -> [RustStatement] {
    let inside = statements(block, executor: .refMut(.dereference("tx")), isTail: isTail, commits: true)
    let endsInside = block.last?.leaves ?? false
    return [.let(.mut("tx"), .call(RustPath(.own("generated", "db", name: "begin")), "db").await.try)] + inside
      + (endsInside ? [] : [.expr(RustExpr("tx").call("commit").await.try)])
  }

  private func leave(_ value: Expression?, isTail: Bool, commits: Bool) -> [RustStatement] {
    let end: (RustExpr) -> RustStatement = { isTail ? .tail($0) : .expr(.return($0)) }
    let commit: [RustStatement] = commits ? [.expr(RustExpr("tx").call("commit").await.try)] : []
    guard let value else { return commit + [end(.ok(.unit))] }
    let before = counts(in: value)
    let spelled = spelling.owned(value)
    // What can fail in the same way as the function needs no `?` only to be wrapped again.
    if !commits, service.errors.isEmpty, value.mayFailToMap(in: target.core), case .try(let inner) = spelled.kind {
      return before + [end(inner)]
    }
    guard commits else { return before + [end(.ok(spelled))] }
    return before + [.let("result", spelled)] + commit + [end(.ok("result"))]
  }
}

extension Expression {
  /// Whether it is a mapping of rows that hold what the contract may not know.
  fileprivate func mayFailToMap(in core: CoreModel) -> Bool {
    switch self {
    case .mapped(let id, _), .mappedList(let id, _): !core[id].isTotal
    case .local, .literal, .none, .field, .column, .some, .orNull, .absentIfNull, .isPresent, .convert, .orElse, .construct,
      .call:
      false
    }
  }

  /// The lists whose lengths the expression asks for, each once.
  var countedLocals: [LocalID] {
    var found: [LocalID] = []
    if case .call(.listCount, let arguments) = self, case .local(let id)? = arguments.first { found.append(id) }
    for id in operands.flatMap(\.countedLocals) where !found.contains(id) { found.append(id) }
    return found
  }
}

extension Block {
  /// Whether there are several queries, and not in a transaction, which has a connection of its own.
  fileprivate var asksTwice: Bool { !hasTransaction && calls.count > 1 }

  /// Whether some statement asks an enumeration's case for its name.
  var namesCases: Bool { expressions.flatMap(\.conversions).contains(where: \.givesReference) }
}
