/// One function of the service layer: the business logic of an operation, in no language's words.
///
/// Its meaning is what the interpreter does; every adapter spells the same.
public struct Function: Hashable, Sendable {
  /// The operation's name, or the source function's.
  public var name: String
  /// The room in which it lives, as ``Operation/group``.
  public var group: String
  public var documentation: String?
  /// How many of the first ``locals`` are parameters.
  public var parameterCount: Int
  public var result: ValueType
  /// What it can fail with, in the order of first appearance; the verifier holds it against the body.
  public var errors: [ErrorID]
  /// All locals by ``LocalID``, parameters first.
  public var locals: [Local]
  public var body: Block

  /// A name, for people, and a type; assigned once.
  public struct Local: Hashable, Sendable {
    public var name: String
    public var type: ValueType

    public init(_ name: String, _ type: ValueType) {
      self.name = name
      self.type = type
    }
  }

  public init(
    name: String, group: String, documentation: String? = nil, parameterCount: Int, result: ValueType,
    errors: [ErrorID] = [], locals: [Local], body: Block
  ) {
    self.name = name
    self.group = group
    self.documentation = documentation
    self.parameterCount = parameterCount
    self.result = result
    self.errors = errors
    self.locals = locals
    self.body = body
  }

  public var parameters: ArraySlice<Local> { locals.prefix(parameterCount) }

  public subscript(id: LocalID) -> Local { locals[id.index] }
}

/// The type of a value inside behaviour.
public indirect enum ValueType: Hashable, Sendable {
  case unit
  /// A value of the contract's types.
  case api(TypeRef)
  /// A member that may be absent: only the fields of a request have it.
  case presence(TypeRef)
  /// A row of the database.
  case row(RowID)
  case optional(ValueType)
  case list(ValueType)
}

/// A failure that a function declares, and that becomes an answer of its operations.
public struct ServiceError: Hashable, Sendable {
  /// A name for code, such as `EmailTaken` or `UserNotFound`.
  public var name: String
  public var status: Int
  /// A stable word for programs, in lower snake case.
  public var code: String
  /// One sentence for people, without anything that a client may not know.
  public var message: String
  /// The request's field that the failure is about, as a JSON pointer into the body, where there is one.
  public var pointer: String?

  public init(name: String, status: Int, code: String, message: String, pointer: String? = nil) {
    self.name = name
    self.status = status
    self.code = code
    self.message = message
    self.pointer = pointer
  }
}
