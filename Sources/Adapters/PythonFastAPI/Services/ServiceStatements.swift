import SpecAdapters
import SpecIR
import SpecNaming

/// Spells the statements of a function.
struct ServiceStatements {
  private let service: ServiceFunction
  private let refusals: RefusalConstants
  private var target: PythonTarget { service.target }
  private var spelling: Spelling { service.spelling }

  init(_ service: ServiceFunction, _ refusals: RefusalConstants) {
    self.service = service
    self.refusals = refusals
  }

  /// What is made before a connection is lent, for the queries behind it.
  private struct Prepared {
    var statements: [PythonStatement] = []
    /// The names of structures of values, by the position of their query.
    var values: [Int: PythonExpr] = [:]
  }

  /// A connection is lent from the first query to the last, and no longer.
  var statements: [PythonStatement] {
    let body = service.function.body
    guard let first = body.firstIndex(where: \.asksDatabase), let last = body.lastIndex(where: \.asksDatabase) else {
      return spell(body, isTail: true)
    }
    let prepared = prepare(body, first...last)
    let inside = (first...last).flatMap { index in
      spell(body[index], isTail: index == body.count - 1, index, prepared)
    }
    let lent = PythonWith.Item(PythonExpr("db").call("connection"), as: "connection")
    return spell(Array(body[..<first]), isTail: false) + prepared.statements
      + [.with(PythonWith([lent], isAsync: true, inside))] + spell(Array(body[(last + 1)...]), isTail: true)
  }

  private func prepare(_ body: [Statement], _ range: ClosedRange<Int>) -> Prepared {
    var prepared = Prepared()
    let made = Set(body[range].flatMap(\.assigned))
    var scope = NameScope()
    for index in range {
      guard case .query(_, let call) = body[index] else { continue }
      let shape = QueryShape(target, call.query, service.tables)
      guard shape.usesStructure, made.isDisjoint(with: call.arguments.flatMap { locals(behind: $0, body) }) else { continue }
      let name = scope.claim("values")
      prepared.statements.append(.assign(.name(PythonSymbol(stringLiteral: name)), values(shape, call)))
      prepared.values[index] = .name(PythonSymbol(stringLiteral: name))
    }
    return prepared
  }

  /// The locals that an expression names, also through those that stand for it.
  private func locals(behind expression: Expression, _ body: [Statement]) -> [LocalID] {
    expression.locals.flatMap { local -> [LocalID] in
      for case .bind(local, let value) in body where service.inlined.contains(local) { return locals(behind: value, body) }
      return [local]
    }
  }

  // MARK: Statements

  private func spell(_ block: [Statement], isTail: Bool) -> [PythonStatement] {
    block.enumerated().flatMap { spell($1, isTail: isTail && $0 == block.count - 1) }
  }

  private func spell(
    _ statement: Statement, isTail: Bool, _ index: Int? = nil, _ prepared: Prepared = Prepared()
  ) -> [PythonStatement] {
    switch statement {
    case .bind(let local, let value):
      return service.inlined.contains(local) ? [] : [.assign(service.name(of: local), spelling.spell(value))]
    case .query(let local, let call): return query(local, call, index.flatMap { prepared.values[$0] })
    case .effect(let local, let effect): return [.assign(service.name(of: local), spell(effect))]
    case .unwrap(let local, let value, let otherwise): return unwrap(local, value, otherwise)
    case .branch(let condition, let then, let otherwise): return branch(condition, then, otherwise, isTail: isTail)
    case .each(let local, let list, let block):
      return [.for(PythonLoop(service.name(of: local), in: spelling.spell(list), filled(spell(block, isTail: false))))]
    case .transaction(let block): return transaction(block, isTail: isTail)
    case .fail(let error): return [.raise(service.error(error))]
    case .return(let value):
      if let value { return [.return(spelling.spell(value))] }
      return isTail ? [] : [.return(nil)]
    }
  }

  private func filled(_ body: [PythonStatement]) -> [PythonStatement] { body.isEmpty ? [.pass] : body }

  private func spell(_ effect: Effect) -> PythonExpr {
    switch effect {
    case .now: PythonExpr.name(.datetime).call("now", [.positional(.name(.std("datetime", "UTC")))])
    case .newUUID: .call(target.database(.identifiers, "new_identifier"))
    }
  }

  // MARK: Queries

  private func values(_ shape: QueryShape, _ call: QueryCall) -> PythonExpr {
    .call(shape.structure, zip(shape.parameters, call.arguments).map { .keyword($0.name, spelling.spell($1)) })
  }

  private func query(_ local: LocalID?, _ call: QueryCall, _ made: PythonExpr?) -> [PythonStatement] {
    let shape = QueryShape(target, call.query, service.tables)
    var before: [PythonStatement] = []
    var arguments: [PythonArgument] = [.positional("connection")]
    if shape.usesStructure {
      if made == nil { before.append(.assign("values", values(shape, call))) }
      arguments.append(.positional(made ?? "values"))
    } else {
      arguments += call.arguments.map { .positional(spelling.spell($0)) }
    }
    let queries = PythonExpr.name(.own(target.module("generated", "db"), "queries"))
    let run = queries.call(shape.function, arguments).await
    let statement = local.map { PythonStatement.assign(service.name(of: $0), run) } ?? .expression(run)
    return before + guarded([statement], call.violations)
  }

  /// Tells what violated constraints mean, where they mean something.
  private func guarded(_ body: [PythonStatement], _ violations: [QueryCall.Violation]) -> [PythonStatement] {
    violations.isEmpty ? body : [.with(PythonWith([.init(refusals.guarding(violations))], body))]
  }

  // MARK: Control

  private func unwrap(_ local: LocalID, _ value: Expression, _ otherwise: [Statement]) -> [PythonStatement] {
    let sentinel = spelling.absence(of: value) ?? .null
    var before: [PythonStatement] = []
    var tested = spelling.spell(value)
    if case .local = value {
    } else {
      tested = service.name(of: local)
      before = [.assign(tested, spelling.spell(value))]
    }
    let body = filled(spell(otherwise, isTail: false))
    return before + [.if([PythonBranch(sentinel.isAbsent(tested, target), body)], else: [])]
  }

  private func branch(
    _ condition: Expression, _ then: [Statement], _ otherwise: [Statement], isTail: Bool
  ) -> [PythonStatement] {
    let test = GivenTest(condition, spelling)?.expression ?? spelling.spell(condition)
    let first = filled(spell(then, isTail: false))
    // Behind what leaves there is no need of an else.
    if then.last?.leaves == true {
      return [.if([PythonBranch(test, first)], else: [])] + spell(otherwise, isTail: isTail)
    }
    return [.if([PythonBranch(test, first)], else: spell(otherwise, isTail: false))]
  }

  /// All queries of a block in one transaction; what refuses one of them may also speak up where it is committed.
  private func transaction(_ block: [Statement], isTail: Bool) -> [PythonStatement] {
    let atomically = PythonWith.Item(PythonExpr("db").call("atomically", [.positional("connection")]))
    let isWhole = Statement.transaction(block).refusesAsOne
    let inside = isWhole ? block.withoutViolations : block
    let whole = PythonStatement.with(PythonWith([atomically], isAsync: true, filled(spell(inside, isTail: isTail))))
    return isWhole ? guarded([whole], block.violations) : [whole]
  }
}

extension Statement {
  /// The locals that the statement gives values.
  fileprivate var assigned: [LocalID] {
    switch self {
    case .bind(let local, _), .effect(let local, _): [local]
    case .query(let local, _): local.map { [$0] } ?? []
    case .unwrap(let local, _, let block), .each(let local, _, let block): [local] + block.flatMap(\.assigned)
    case .branch(_, let then, let otherwise): (then + otherwise).flatMap(\.assigned)
    case .transaction(let block): block.flatMap(\.assigned)
    case .fail, .return: []
    }
  }

  /// Whether every constraint means one thing, wherever inside the statement it is violated.
  var refusesAsOne: Bool {
    switch self {
    case .query: return true
    case .transaction:
      var meanings: [ConstraintReference: ErrorID] = [:]
      return [self].violations.allSatisfy { violation in
        let known = meanings.updateValue(violation.error, forKey: violation.constraint)
        return known == nil || known == violation.error
      }
    case .bind, .effect, .unwrap, .branch, .each, .fail, .return: return false
    }
  }
}

extension [Statement] {
  /// The same statements, whose violations are told of somewhere else.
  fileprivate var withoutViolations: [Statement] {
    map { statement in
      switch statement {
      case .query(let local, let call): .query(local, QueryCall(call.query, arguments: call.arguments))
      case .unwrap(let local, let value, let block): .unwrap(local, value, otherwise: block.withoutViolations)
      case .branch(let test, let then, let otherwise):
        .branch(test, then: then.withoutViolations, otherwise: otherwise.withoutViolations)
      case .each(let local, let list, let block): .each(local, list, block.withoutViolations)
      case .transaction(let block): .transaction(block.withoutViolations)
      case .bind, .effect, .fail, .return: statement
      }
    }
  }
}
