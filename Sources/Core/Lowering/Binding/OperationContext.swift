import SpecIR
import SpecNaming

/// All that the binding of one operation needs to know, found once.
struct OperationContext {
  let id: OperationID
  let operation: Operation
  let hint: OperationHint?
  let action: OperationHint.Action
  let target: Target
  let answer: Answer
  private(set) var body: StructureRef?

  init(_ id: OperationID, in session: inout BindingSession) throws(Refusal) {
    let operation = session.core[id]
    let hint = session.hints.operations[id]
    guard !session.database.tables.isEmpty else { throw Refusal(.noTable, "there are no migrations, and so no tables") }
    let database = session.database
    let tableNames = session.tableNames
    let path = try PathReading(
      operation.path, skipping: session.sharedPrefix, rooms: [Words(operation.group)],
      names: { !tableNames.tables(named: $0).isEmpty })
    guard
      let answer = session.core.answer(of: operation, asList: hint?.action == .list || operation.method == .get && !path.isItem)
    else {
      throw Refusal(.unsupported, "its answer is neither a structure nor a list of structures")
    }
    let action: OperationHint.Action
    if let stated = hint?.action { action = stated } else { action = try Self.action(of: operation.method, path, answer) }
    var body: StructureRef?
    if let content = operation.body?.json {
      body = session.core.structure(of: content.shape.type)
      if body == nil || session.core.resolved(content.shape.type).isOptional {
        throw Refusal(.unsupported, "its body is no structure")
      }
    }
    let chooser = TargetChooser(
      operation: operation, path: path, answer: answer, body: body, hint: hint, core: session.core, database: database,
      names: tableNames, modelHints: session.hints.models)
    self.id = id
    self.operation = operation
    self.hint = hint
    self.action = action
    self.answer = answer
    self.body = body
    target = try chooser.choose()
  }

  /// The same with another model for the body.
  func with(body: StructureRef) -> OperationContext {
    var copy = self
    copy.body = body
    return copy
  }

  var stated: [OperationHint.Pair] { hint?.columns ?? [] }

  private static func action(
    of method: Operation.Method, _ path: PathReading, _ answer: Answer
  ) throws(Refusal) -> OperationHint.Action {
    switch (method, path.isItem) {
    case (.get, true), (.head, true):
      if case .list = answer { throw Refusal(.unsupported, "a key finds one row, and its answer is a list") }
      return .read
    case (.get, false), (.head, false):
      guard case .list = answer else { throw Refusal(.unsupported, "the path names all rows, and its answer is no list") }
      return .list
    case (.post, false): return .create
    case (.put, true): return .replace
    case (.patch, true): return .update
    case (.delete, true): return .delete
    case (.post, true): throw Refusal(.unsupported, "POST on a single row has no meaning by rule")
    case (.put, false), (.patch, false), (.delete, false):
      throw Refusal(.unsupported, "\(method.rawValue) on all rows has no meaning by rule")
    case (.options, _), (.trace, _): throw Refusal(.unsupported, "\(method.rawValue) asks for nothing that is stored")
    }
  }
}
