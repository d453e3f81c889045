/// What a backend is, in no format's and no framework's words: the one thing that adapters read.
public struct CoreModel: Sendable {
  public var service: ServiceInfo
  public var models: [Model]
  public var operations: [Operation]
  /// One for each operation, by the same index.
  public var plans: [OperationPlan]
  public var securitySchemes: [SecurityScheme]
  public var envelopes: [ErrorEnvelope]
  /// How failures that belong to no operation are written: an unknown path, a wrong method.
  public var defaultFormat: OperationPlan.Format
  /// Nothing for a backend without storage.
  public var database: Database?
  public var rows: [RowShape]
  public var mappings: [RowMapping]
  public var queries: [Query]
  public var errors: [ServiceError]
  public var functions: [Function]
  /// The contract as one self-contained JSON text, served by the backend.
  public var contract: String
  public var provenance: Provenance

  public init(service: ServiceInfo) {
    self.service = service
    models = []
    operations = []
    plans = []
    securitySchemes = []
    envelopes = []
    defaultFormat = .problem
    database = nil
    rows = []
    mappings = []
    queries = []
    errors = []
    functions = []
    contract = "{}"
    provenance = Provenance()
  }

  public subscript(id: ModelID) -> Model { models[id.index] }
  public subscript(id: OperationID) -> Operation { operations[id.index] }
  public subscript(id: EnvelopeID) -> ErrorEnvelope { envelopes[id.index] }
  public subscript(id: FunctionID) -> Function { functions[id.index] }
  public subscript(id: ErrorID) -> ServiceError { errors[id.index] }
  public subscript(id: QueryID) -> Query { queries[id.index] }
  public subscript(id: RowID) -> RowShape { rows[id.index] }
  public subscript(id: MappingID) -> RowMapping { mappings[id.index] }
}

/// What the contract says of the service as a whole.
public struct ServiceInfo: Hashable, Sendable {
  public var title: String
  public var version: String
  public var documentation: String?

  public init(title: String, version: String, documentation: String? = nil) {
    self.title = title
    self.version = version
    self.documentation = documentation
  }
}
