import SpecIR

/// Gathers the locals, errors and arguments of one function while its body is written.
struct FunctionBuilder {
  private(set) var locals: [Function.Local] = []
  private(set) var errors: [ErrorID] = []
  private(set) var arguments: [Implementation.Argument] = []
  private var parameters: [Implementation.Argument: LocalID] = [:]
  var body: Block = []

  /// Makes a parameter of a part of the request; all parameters come before the first ``local(_:_:)``.
  mutating func parameter(_ name: String, _ type: ValueType, _ argument: Implementation.Argument) {
    precondition(arguments.count == locals.count, "parameters come before other locals")
    parameters[argument] = LocalID(locals.count)
    arguments.append(argument)
    locals.append(Function.Local(name, type))
  }

  /// Returns the value of a part of the request that was made a parameter.
  func value(_ argument: Implementation.Argument) -> Expression {
    guard let local = parameters[argument] else { preconditionFailure("\(argument) is no parameter") }
    return .local(local)
  }

  mutating func local(_ name: String, _ type: ValueType) -> LocalID {
    var unique = name
    var number = 2
    while locals.contains(where: { $0.name == unique }) {
      unique = "\(name)_\(number)"
      number += 1
    }
    locals.append(Function.Local(unique, type))
    return LocalID(locals.count - 1)
  }

  /// Returns the time now, asked for once.
  mutating func now() -> Expression { made("now", .dateTime, .now) }

  /// Returns a new identifier, made once.
  mutating func newUUID() -> Expression { made("id", .uuid, .newUUID) }

  private mutating func made(_ name: String, _ scalar: Scalar, _ effect: Effect) -> Expression {
    for case .effect(let local, effect) in body { return .local(local) }
    let local = local(name, .api(.scalar(scalar)))
    body.append(.effect(local, effect))
    return .local(local)
  }

  /// Returns a failure, and remembers that the function can fail so.
  mutating func fail(_ error: ErrorID) -> Statement {
    declare(error)
    return .fail(error)
  }

  mutating func declare(_ error: ErrorID) {
    if !errors.contains(error) { errors.append(error) }
  }

  /// Puts the statements from a position on into one transaction, where they run several queries of which one writes.
  mutating func enclose(from start: Int) {
    let rest = Array(body[start...])
    let queries = rest.count { if case .query = $0 { true } else { false } }
    guard queries > 1 else { return }
    body = Array(body[..<start]) + [.transaction(rest)]
  }

  func function(name: String, group: String, documentation: String?, result: ValueType) -> Function {
    Function(
      name: name, group: group, documentation: documentation, parameterCount: arguments.count, result: result, errors: errors,
      locals: locals, body: body)
  }
}
