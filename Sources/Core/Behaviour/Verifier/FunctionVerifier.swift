/// A function assigns each local once before it reads it, leaves on every way, and fails with what it declares.
struct FunctionVerifier {
  let function: Function
  let core: CoreModel
  let database: Database
  private var types: ExpressionTypes
  private var everAssigned: Set<LocalID>
  private var failures: [ErrorID] = []
  private var isInTransaction = false
  private var looseWrites = 0

  init(function: Function, core: CoreModel, database: Database) {
    self.function = function
    self.core = core
    self.database = database
    let parameters = Set((0..<max(0, function.parameterCount)).map(LocalID.init))
    types = ExpressionTypes(
      core: core, database: database, place: "function \(function.name)", locals: function.locals, assigned: parameters)
    everAssigned = parameters
  }

  mutating func faults() -> [BehaviourFault] {
    do {
      try check()
      return []
    } catch { return [error] }
  }

  private func fault(_ message: String) -> BehaviourFault { BehaviourFault("function \(function.name)", message) }

  private mutating func check() throws(BehaviourFault) {
    guard (0...function.locals.count).contains(function.parameterCount) else { throw fault("it has more parameters than locals") }
    guard Set(function.locals.map(\.name)).count == function.locals.count else { throw fault("two locals have one name") }
    guard try check(function.body) else { throw fault("its end is reached without a return") }
    for index in function.locals.indices where !everAssigned.contains(LocalID(index)) {
      throw fault("local '\(function.locals[index].name)' never gets a value")
    }
    guard failures == function.errors else { throw fault("it declares other errors than it fails with, or in another order") }
    guard looseWrites < 2 else { throw fault("several writes stand outside a transaction") }
  }

  /// Checks a block, whose own locals end with it, and returns whether it always leaves the function.
  private mutating func inner(_ block: Block) throws(BehaviourFault) -> Bool {
    let outside = types.assigned
    let leaves = try check(block)
    types.assigned = outside
    return leaves
  }

  private mutating func check(_ block: Block) throws(BehaviourFault) -> Bool {
    var leaves = false
    for statement in block {
      guard !leaves else { throw fault("a statement is never reached") }
      leaves = try check(statement)
    }
    return leaves
  }

  private mutating func check(_ statement: Statement) throws(BehaviourFault) -> Bool {
    switch statement {
    case .bind(let local, let value): try assign(local, try types.type(of: value))
    case .query(let local, let call): try check(call, into: local)
    case .effect(let local, let effect): try assign(local, .api(.scalar(effect.scalar)))
    case .unwrap(let local, let value, let otherwise): try checkUnwrap(local, value, otherwise)
    case .branch(let condition, let then, let otherwise):
      guard TypeComparison(core: core).isSame(try types.type(of: condition), .api(.scalar(.bool))) else {
        throw fault("a condition is no bool")
      }
      let first = try inner(then)
      let second = try inner(otherwise)
      return first && second
    case .each(let local, let list, let block): try checkEach(local, list, block)
    case .transaction(let block): return try checkTransaction(block)
    case .fail(let error):
      try note(error)
      return true
    case .return(let value):
      let type = try value.map { value throws(BehaviourFault) in try types.type(of: value) } ?? .unit
      guard TypeComparison(core: core).isSame(type, function.result) else { throw fault("it returns another type than it says") }
      return true
    }
    return false
  }

  private mutating func assign(_ local: LocalID, _ type: ValueType) throws(BehaviourFault) {
    guard function.locals.indices.contains(local.index) else { throw fault("local \(local.index) does not exist") }
    let name = function.locals[local.index].name
    guard everAssigned.insert(local).inserted else { throw fault("local '\(name)' is assigned twice") }
    guard TypeComparison(core: core).isSame(function.locals[local.index].type, type) else {
      throw fault("local '\(name)' gets another type than it has")
    }
    types.assigned.insert(local)
  }

  private mutating func note(_ error: ErrorID) throws(BehaviourFault) {
    guard core.errors.indices.contains(error.index) else { throw fault("error \(error.index) does not exist") }
    if !failures.contains(error) { failures.append(error) }
  }

  private mutating func checkUnwrap(_ local: LocalID, _ value: Expression, _ otherwise: Block) throws(BehaviourFault) {
    let type = try types.type(of: value)
    guard try inner(otherwise) else { throw fault("the other way of an unwrap goes on") }
    switch type {
    case .optional(let inner): try assign(local, inner)
    case .api(let inner):
      guard case .optional(let present) = TypeComparison(core: core).resolved(inner) else {
        throw fault("something is unwrapped that is no optional")
      }
      try assign(local, .api(present))
    case .unit, .presence, .row, .list: throw fault("something is unwrapped that is no optional")
    }
  }

  private mutating func checkEach(_ local: LocalID, _ list: Expression, _ block: Block) throws(BehaviourFault) {
    let element: ValueType
    switch try types.type(of: list) {
    case .list(let inner): element = inner
    case .api(let type):
      guard case .list(let shape) = TypeComparison(core: core).resolved(type) else {
        throw fault("something is run through that is no list")
      }
      element = .api(shape.type)
    case .unit, .presence, .row, .optional: throw fault("something is run through that is no list")
    }
    let outside = types.assigned
    try assign(local, element)
    let before = looseWrites
    _ = try check(block)
    // One write in a loop is many.
    if looseWrites > before { looseWrites += 1 }
    types.assigned = outside
  }

  private mutating func checkTransaction(_ block: Block) throws(BehaviourFault) -> Bool {
    guard !isInTransaction else { throw fault("a transaction stands inside another") }
    isInTransaction = true
    defer { isInTransaction = false }
    return try check(block)
  }

  private mutating func check(_ call: QueryCall, into local: LocalID?) throws(BehaviourFault) {
    guard core.queries.indices.contains(call.query.index) else { throw fault("query \(call.query.index) does not exist") }
    let query = core[call.query]
    guard call.arguments.count == query.parameters.count else {
      throw fault("\(query.name) is called with another number of arguments")
    }
    for (argument, parameter) in zip(call.arguments, query.parameters) {
      guard TypeComparison(core: core).isSame(try types.type(of: argument), parameter.type) else {
        throw fault("the argument '\(parameter.name)' of \(query.name) has another type")
      }
    }
    if query.isWrite, !isInTransaction { looseWrites += 1 }
    guard Set(call.violations.map(\.constraint)).count == call.violations.count else {
      throw fault("a constraint of \(query.name) means two errors")
    }
    for violation in call.violations {
      guard ViolationRule(query: query, database: database).allows(violation.constraint) else {
        throw fault("\(query.name) cannot violate \(violation.constraint)")
      }
      try note(violation.error)
    }
    if let local {
      try assign(local, query.result)
    } else if query.result != .unit, !query.isWrite {
      throw fault("nobody reads what \(query.name) gives")
    }
  }
}

extension Effect {
  /// The type of what it gives.
  package var scalar: Scalar {
    switch self {
    case .now: .dateTime
    case .newUUID: .uuid
    }
  }
}
