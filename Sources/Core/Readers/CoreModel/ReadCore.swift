import SpecDocuments
import SpecIR

extension CoreModel: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    let schema: Int = try json.value("schema")
    guard schema == CoreModelJSON.schema else {
      throw try json.member("schema").fault("schema \(schema) of the CoreModel; this program reads \(CoreModelJSON.schema)")
    }
    self.init(service: try json.value("service"))
    models = try json.list("models")
    operations = try json.list("operations")
    plans = try Self.plans(json)
    securitySchemes = try json.list("securitySchemes")
    envelopes = try json.list("envelopes")
    defaultFormat = try json.value("defaultFormat")
    database = try json.optional("database")
    rows = try json.list("rows")
    mappings = try json.list("mappings")
    queries = try json.list("queries")
    errors = try json.list("errors")
    functions = try json.list("functions")
    contract = try json.value("contract")
    try addOrigins(json)
  }

  /// A plan for every operation, or none before plans are built.
  private static func plans(_ json: CorePiece) throws(Misread) -> [OperationPlan] {
    let operations = try json.member("operations").pieces()
    var plans: [OperationPlan] = []
    for operation in operations {
      guard let plan: OperationPlan = try operation.optional("plan") else { continue }
      if plans.isEmpty, operation.node != operations[0].node {
        throw operation.fault("this operation has a plan, and others have none")
      }
      plans.append(plan)
      try check(plan, operation)
    }
    guard plans.isEmpty || plans.count == operations.count else { throw json.fault("some operations have no plan") }
    return plans
  }

  private static func check(_ plan: OperationPlan, _ json: CorePiece) throws(Misread) {
    let count = try json.member("parameters").pieces().count
    for case .parameter(let index) in plan.success.location?.arguments ?? [] where index < 0 || index >= count {
      throw json.fault("its plan asks for parameter \(index), which does not exist")
    }
  }

  /// Makes each node's place in the JSON its origin, so that what an adapter finds about it can be told there.
  private mutating func addOrigins(_ json: CorePiece) throws(Misread) {
    var provenance = Provenance()
    func add(_ key: String, of json: CorePiece, _ node: (Int) -> CoreNode) throws(Misread) {
      for (index, piece) in try json.member(key).pieces().enumerated() {
        provenance.add(Origin("the request", at: piece.node.range), to: node(index))
      }
    }
    try add("models", of: json) { .model(ModelID($0)) }
    for (index, model) in try json.member("models").pieces().enumerated() where model.node["fields"] != nil {
      try add("fields", of: model) { .field(ModelID(index), $0) }
    }
    try add("operations", of: json) { .operation(OperationID($0)) }
    for (index, operation) in try json.member("operations").pieces().enumerated() {
      try add("parameters", of: operation) { .parameter(OperationID(index), $0) }
    }
    try add("functions", of: json) { .function(FunctionID($0)) }
    try add("queries", of: json) { .query(QueryID($0)) }
    try add("mappings", of: json) { .mapping(MappingID($0)) }
    try add("errors", of: json) { .error(ErrorID($0)) }
    self.provenance = provenance
  }
}

extension ServiceInfo: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    self.init(
      title: try json.value("title"), version: try json.value("version"), documentation: try json.optional("documentation"))
  }
}

extension SecurityScheme: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    self.init(name: try json.value("name"), kind: try Kind(json), documentation: try json.optional("documentation"))
  }
}

extension SecurityScheme.Kind: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    switch try json.kind() {
    case "basic": self = .basic
    case "bearer": self = .bearer(format: try json.optional("format"))
    case "http": self = .http(scheme: try json.value("scheme"))
    case "apiKey": self = .apiKey(try json.value("location"), name: try json.value("parameter"))
    case "oauth2": self = .oauth2
    case "openIDConnect": self = .openIDConnect(url: try json.value("url"))
    case "mutualTLS": self = .mutualTLS
    case let kind: throw json.unknown(kind)
    }
  }
}
