package import SpecWriting

/// The executable meaning of behaviour: runs functions over tables in memory.
///
/// Every stack must do what this does. It expects a model without ``BehaviourVerifier`` faults.
package struct Interpreter: Sendable {
  package let core: CoreModel
  package private(set) var store: MemoryStore
  /// The time that the world gives, in UTC as RFC 3339.
  package var now: String
  private var identifiers: Int64 = 0

  /// - Parameters:
  ///   - now: when everything happens, as RFC 3339; set it to let time pass.
  ///   - identifiers: in which order random ids come; what is the same in all of them does not depend on chance.
  package init(_ core: CoreModel, now: String = "2001-02-03T04:05:06Z", identifiers: IdentifierOrder = .rising) {
    self.core = core
    store = MemoryStore(core.database ?? Database(dialect: .sqlite), identifiers: identifiers)
    self.now = now
  }

  /// Lets so many seconds pass.
  package mutating func wait(seconds: Int) {
    guard let time = Timestamp(now) else { return }
    now = Timestamp(microseconds: time.microseconds + Int64(seconds) * 1_000_000).text
  }

  /// Runs a function; a failure leaves no trace of the statement or the transaction in which it happened.
  ///
  /// - Parameter arguments: one for each parameter, as JSON: a structure whose optional members may be missing.
  package mutating func run(_ id: FunctionID, _ arguments: [JSONValue]) -> Outcome {
    let function = core[id]
    precondition(arguments.count == function.parameterCount, "\(function.name) takes \(function.parameterCount) arguments")
    var frame = Frame(locals: Array(repeating: nil, count: function.locals.count), declared: function.locals)
    for (index, argument) in arguments.enumerated() { frame.locals[index] = .api(argument) }
    do {
      switch try run(function.body, &frame) {
      case .returned(.unit), .next: return .value(nil)
      case .returned(let value): return .value(try value.json())
      case .failed(let error): return .failure(error)
      }
    } catch {
      return .infrastructure(error.message)
    }
  }

  /// Runs the function that an operation is bound to, by the function's name.
  package mutating func run(_ name: String, _ arguments: [JSONValue]) -> Outcome {
    guard let index = core.functions.firstIndex(where: { $0.name == name }) else {
      return .infrastructure("there is no function \(name)")
    }
    return run(FunctionID(index), arguments)
  }

  /// The values of a running function.
  struct Frame {
    var locals: [Value?]
    let declared: [Function.Local]
  }

  private enum Signal {
    case next
    case returned(Value)
    case failed(ErrorID)
  }

  private mutating func run(_ block: Block, _ frame: inout Frame) throws(InfrastructureFailure) -> Signal {
    for statement in block {
      let signal = try run(statement, &frame)
      guard case .next = signal else { return signal }
    }
    return .next
  }

  private mutating func run(_ statement: Statement, _ frame: inout Frame) throws(InfrastructureFailure) -> Signal {
    switch statement {
    case .bind(let local, let value): frame.locals[local.index] = try evaluator(frame).value(of: value)
    case .query(let local, let call):
      var arguments: [Value] = []
      for argument in call.arguments { arguments.append(try evaluator(frame).value(of: argument)) }
      let query = core[call.query]
      // A statement that fails leaves no trace, inside a transaction or outside.
      let before = store
      var runner = QueryRunner(query: query, core: core, arguments: arguments, now: now, store: store)
      switch try runner.run() {
      case .success(let value):
        store = runner.store
        if let local { frame.locals[local.index] = value }
      case .failure(let violation):
        store = before
        guard let known = call.violations.first(where: { $0.constraint == violation.constraint }) else {
          throw InfrastructureFailure("\(query.name) breaks \(violation.constraint)")
        }
        return .failed(known.error)
      }
    case .effect(let local, let effect): frame.locals[local.index] = ask(effect)
    case .unwrap(let local, let value, let otherwise):
      let value = try evaluator(frame).value(of: value)
      if value == .nothing || value == .api(.null) { return try run(otherwise, &frame) }
      frame.locals[local.index] = value
    case .branch(let condition, let then, let otherwise):
      return try run(try evaluator(frame).value(of: condition).bool() ? then : otherwise, &frame)
    case .each(let local, let list, let block):
      for item in try evaluator(frame).items(of: list) {
        frame.locals[local.index] = item
        let signal = try run(block, &frame)
        guard case .next = signal else { return signal }
      }
    case .transaction(let block): return try runTransaction(block, &frame)
    case .fail(let error): return .failed(error)
    case .return(let value):
      guard let value else { return .returned(.unit) }
      return .returned(try evaluator(frame).value(of: value))
    }
    return .next
  }

  private mutating func runTransaction(_ block: Block, _ frame: inout Frame) throws(InfrastructureFailure) -> Signal {
    let before = store
    do {
      let signal = try run(block, &frame)
      if case .failed = signal { store = before }
      return signal
    } catch {
      store = before
      throw error
    }
  }

  private func evaluator(_ frame: Frame) -> Evaluator { Evaluator(core: core, frame: frame) }

  private mutating func ask(_ effect: Effect) -> Value {
    switch effect {
    case .now: return .api(.string(now))
    case .newUUID:
      identifiers += 1
      let digits = String(store.identifiers.position(identifiers), radix: 16)
      return .api(.string("01900000-0000-7000-8000-" + String(repeating: "0", count: max(0, 12 - digits.count)) + digits))
    }
  }
}
