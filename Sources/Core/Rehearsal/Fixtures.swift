package import SpecIR
import SpecNaming
package import SpecWriting

/// The rows that an operation needs, made through the API, and the request that it then gets.
///
/// Whatever is chosen here is a guess until a ``Rehearsal`` has shown what it comes to.
package struct Fixtures {
  private let contract: Contract
  private let core: CoreModel
  /// The operations that make rows, by table.
  let creators: [TableID: OperationID]

  package init(_ contract: Contract) {
    self.contract = contract
    core = contract.core
    var creators: [TableID: OperationID] = [:]
    for index in contract.core.operations.indices {
      let use = TableUse(contract.core, OperationID(index))
      if let use, use.inserts, use.answersStructure(contract), creators[use.table] == nil {
        creators[use.table] = OperationID(index)
      }
    }
    self.creators = creators
  }

  /// A value in a request: made up, or taken from the answer to an earlier one.
  package enum Value: Hashable {
    case plain(JSONValue)
    case member(step: Int, name: String)
  }

  /// One request.
  package struct Step {
    package var operation: OperationID
    package var path: [Int: Value] = [:]
    /// The query parameters that must be there.
    package var query: [(name: String, value: JSONValue)] = []
    /// The body before ``links`` are put in; nothing for a request without body.
    package var body: JSONValue?
    /// Members of the body that refer to rows.
    package var links: [(member: String, value: Value)] = []
  }

  /// Why no request could be made up.
  struct Refusal: Error {
    let reason: String
  }

  /// Returns the requests that make what the operation needs, and its own at the end.
  func steps(for operation: OperationID) throws(Refusal) -> [Step] {
    var steps: [Step] = []
    if let use = TableUse(core, operation), !use.inserts, let creator = creators[use.table], creator != operation {
      try append(creator, to: &steps, depth: 0)
    }
    steps.append(try step(for: operation, after: &steps, depth: 0))
    return steps
  }

  /// The same request where nothing that it names exists.
  func stepAlone(_ operation: OperationID) throws(Refusal) -> Step {
    var step = try bare(operation)
    for (index, parameter) in core[operation].parameters.enumerated() where parameter.location == .path {
      step.path[index] = .plain(try example(of: parameter))
    }
    return step
  }

  private func append(_ operation: OperationID, to steps: inout [Step], depth: Int) throws(Refusal) {
    guard !steps.contains(where: { $0.operation == operation }) else { return }
    guard depth < 6 else { throw Refusal(reason: "the rows that it needs refer to each other") }
    steps.append(try step(for: operation, after: &steps, depth: depth))
  }

  func step(for operation: OperationID, after steps: inout [Step], depth: Int) throws(Refusal) -> Step {
    var step = try bare(operation)
    if let use = TableUse(core, operation), use.writes, let database = core.database {
      for key in database[use.table].foreignKeys where key.columns.count == 1 && key.referencedColumns.count == 1 {
        let member = step.body.flatMap { self.member(of: $0, for: key.columns[0]) }
        let parameter = core[operation].parameters.firstIndex { $0.location == .path && Words($0.name) == Words(key.columns[0]) }
        guard member != nil || parameter != nil else { continue }
        guard let table = database.target(of: key), table != use.table, let creator = creators[table], creator != operation else {
          if let member, isOptional(member, in: operation) {
            step.body = step.body?.without(member)
            continue
          }
          throw Refusal(reason: "no operation makes the rows of `\(key.references.name)` to which it refers")
        }
        try append(creator, to: &steps, depth: depth + 1)
        let made = steps.firstIndex { $0.operation == creator } ?? 0
        if let member { step.links.append((member, .member(step: made, name: key.referencedColumns[0]))) }
      }
    }
    for (index, parameter) in core[operation].parameters.enumerated() where parameter.location == .path {
      step.path[index] = try value(for: parameter, at: index, of: operation, after: steps)
    }
    return step
  }

  /// The request without path parameters and references.
  private func bare(_ operation: OperationID) throws(Refusal) -> Step {
    var step = Step(operation: operation)
    for parameter in core[operation].parameters where parameter.presence == .required {
      switch parameter.location {
      case .path: continue
      case .query:
        guard parameter.isPlain(contract) else {
          throw Refusal(reason: "no text could be made up for `\(parameter.name)`")
        }
        step.query.append((parameter.name, try example(of: parameter)))
      case .header, .cookie: throw Refusal(reason: "it needs the \(parameter.location.rawValue) `\(parameter.name)`")
      }
    }
    step.body = try body(of: operation)
    return step
  }

  // MARK: Paths

  private func value(
    for parameter: Parameter, at index: Int, of operation: OperationID, after steps: [Step]
  ) throws(Refusal) -> Value {
    let path = core[operation].path
    let position = path.parameterNames.firstIndex(of: parameter.name)
    for (number, step) in steps.enumerated().reversed() {
      guard let position, let location = core.plans[step.operation.index].success.location, location.path.text == path.text,
        position < location.arguments.count
      else { continue }
      switch location.arguments[position] {
      case .field(let name): return .member(step: number, name: name)
      case .parameter(let index): if let value = step.path[index] { return value }
      }
    }
    let words = Words(parameter.name)
    for (number, step) in steps.enumerated().reversed() {
      guard let structure = responseStructure(of: step.operation) else { continue }
      let named = Words(TableUse(core, step.operation).map { noun($0.table) } ?? "")
      for field in structure.fields where Words(field.name) == words || named + Words(field.name) == words {
        return .member(step: number, name: field.name)
      }
    }
    return .plain(try example(of: parameter))
  }

  private func noun(_ table: TableID) -> String { core.database.map { Plural.singular(of: $0[table].name) } ?? "" }

  private func example(of parameter: Parameter) throws(Refusal) -> JSONValue {
    guard let value = ExampleValues(contract).value(of: parameter.shape, example: parameter.example) else {
      throw Refusal(reason: "no value could be made up for `\(parameter.name)`")
    }
    return value
  }

  // MARK: Bodies

  private func body(of operation: OperationID) throws(Refusal) -> JSONValue? {
    guard let content = contract.jsonBody(of: operation) else { return nil }
    guard let value = ExampleValues(contract).value(of: content.shape) else {
      throw Refusal(reason: "no body could be made up that its constraints allow")
    }
    return value
  }

  private func member(of body: JSONValue, for column: String) -> String? {
    guard case .object(let members) = body else { return nil }
    return members.first { Words($0.key) == Words(column) }?.key
  }

  private func isOptional(_ member: String, in operation: OperationID) -> Bool {
    contract.bodyStructure(of: operation)?.fields.first { $0.name == member }.map { $0.presence != .required } ?? false
  }

  private func responseStructure(of operation: OperationID) -> Structure? {
    core.plans[operation.index].success.body.flatMap { contract.structure($0.shape.type) }
  }
}
