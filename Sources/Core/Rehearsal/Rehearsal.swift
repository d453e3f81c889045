import SpecIR
package import SpecWriting

/// Requests in order, played to the interpreter: what it answers is what the generated backend must answer.
///
/// They are played twice, at two times. What differs between the two depends on the moment, and no test can name its value.
package struct Rehearsal {
  private let contract: Contract
  private let world: World
  private var early: Interpreter
  private var late: Interpreter

  init(_ contract: Contract, in world: World = .still) {
    self.contract = contract
    self.world = world
    early = Interpreter(contract.core, now: "2001-02-03T04:05:06Z", identifiers: world.identifiers)
    late = Interpreter(contract.core, now: "2012-10-11T12:13:14Z", identifiers: world.identifiers)
  }

  /// How time passes and ids come about. What an answer is in all of them depends on neither.
  enum World: CaseIterable {
    /// Everything happens at once, and each random id comes behind the one before.
    case still
    /// A second passes before each request.
    case ticking
    /// As still, with random ids in other orders.
    case falling, scattered

    fileprivate var identifiers: IdentifierOrder {
      switch self {
      case .still, .ticking: .rising
      case .falling: .falling
      case .scattered: .scattered
      }
    }
  }

  /// What an operation came to.
  enum Answer {
    case success(Success)
    case failure(ErrorID)
  }

  /// An answer without failure.
  package struct Success {
    /// What the function returned; nothing for an answer without body.
    package var value: JSONValue?
    /// The same as the backend writes it.
    package var body: JSONValue?
    /// The places in it that depend on the moment, as JSON pointers.
    package var varying: [String] = []
  }

  /// One call of an operation.
  struct Call {
    var operation: OperationID
    /// By the index of the parameter in the operation.
    var path: [Int: JSONValue] = [:]
    var query: JSONValue = [:]
    var body: JSONValue?
  }

  /// Plays a call; nothing where the interpreter does not say what happens.
  mutating func play(_ call: Call) -> Answer? {
    guard case .function(let function, let arguments) = contract.core[call.operation].implementation else { return nil }
    var values: [JSONValue] = []
    for argument in arguments {
      switch argument {
      case .parameter(let index): values.append(call.path[index] ?? .null)
      case .query: values.append(call.query)
      case .body:
        guard let body = call.body else { return nil }
        values.append(body)
      }
    }
    if world == .ticking {
      early.wait(seconds: 1)
      late.wait(seconds: 1)
    }
    let outcomes = (early.run(function, values), late.run(function, values))
    switch outcomes {
    case (.failure(let error), .failure): return .failure(error)
    case (.value(let first), .value(let second)):
      guard let content = contract.core.plans[call.operation.index].success.body else { return .success(Success()) }
      guard let first, let second else { return nil }
      var reader = AnswerReader(contract: contract)
      let body = reader.read(first, second, content.shape.type, at: "")
      return .success(Success(value: first, body: body, varying: reader.varying))
    default: return nil
    }
  }
}

/// Turns an answer of the interpreter into the JSON that the backend writes.
private struct AnswerReader {
  let contract: Contract
  private(set) var varying: [String] = []

  init(contract: Contract) { self.contract = contract }

  mutating func read(_ value: JSONValue, _ other: JSONValue, _ type: TypeRef, at pointer: String) -> JSONValue {
    switch (contract.resolved(type).unwrapped, value) {
    case (_, .null):
      if value != other { varying.append(pointer) }
      return value
    case (.named(let id), .object(let members)):
      guard case .structure(let structure) = contract.core[id].kind else { return unread(value, other, at: pointer) }
      return .object(
        members.map { member in
          let place = pointer + "/" + member.key.replacing("~", with: "~0").replacing("/", with: "~1")
          let type = structure.fields.first { $0.name == member.key }?.shape.type ?? .scalar(.json)
          return JSONValue.Member(member.key, read(member.value, other[member.key] ?? .null, type, at: place))
        })
    case (.named(let id), .string):
      guard case .enumeration = contract.core[id].kind, value == other else { return unread(value, other, at: pointer) }
      return value
    case (.list(let item), .array(let items)):
      guard case .array(let others) = other, others.count == items.count else { return unread(value, other, at: pointer) }
      return .array(
        zip(items, others).enumerated().map { index, pair in read(pair.0, pair.1, item.type, at: "\(pointer)/\(index)") })
    case (.scalar(let scalar), _): return read(value, other, scalar, at: pointer)
    default: return unread(value, other, at: pointer)
    }
  }

  private mutating func read(_ value: JSONValue, _ other: JSONValue, _ scalar: Scalar, at pointer: String) -> JSONValue {
    switch scalar {
    case .float, .double:
      // A float is written with a fraction, and JSON libraries tell 1 from 1.0.
      guard case .number(let number) = value, value == other, let double = number.double else {
        return unread(value, other, at: pointer)
      }
      return JSONNumber(literal: "\(double)").map { .number($0) } ?? value
    case .uuid:
      // Any other one was made on the way.
      guard value.stringValue == ExampleValues.text(of: .uuid) else { return unread(value, other, at: pointer) }
    case .decimal, .dateTime, .json, .time, .bytes, .file: return unread(value, other, at: pointer)
    case .string, .int32, .int64, .bool, .date, .duration, .uri: break
    }
    if value != other { varying.append(pointer) }
    return value
  }

  /// A value whose spelling is not certain.
  private mutating func unread(_ value: JSONValue, _ other: JSONValue, at pointer: String) -> JSONValue {
    varying.append(pointer)
    return .null
  }
}
