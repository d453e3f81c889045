internal import SpecWriting

extension CoreModelJSON {
  static func operation(_ operation: Operation, _ plan: OperationPlan?) -> JSONValue {
    [
      "name": .string(operation.name),
      "method": .string(operation.method.rawValue),
      "path": .string(operation.path.text),
      "group": .string(operation.group),
      "summary": text(operation.summary),
      "documentation": text(operation.documentation),
      "isDeprecated": .bool(operation.isDeprecated),
      "parameters": .array(operation.parameters.map(parameter)),
      "queryModel": operation.queryModel.map { id($0) } ?? .null,
      "body": operation.body.map(body) ?? .null,
      "responses": .array(operation.responses.map(response)),
      "security": .array(operation.security.map(requirement)),
      "implementation": implementation(operation.implementation),
      "plan": plan.map(self.plan) ?? .null,
    ]
  }

  private static func parameter(_ parameter: Parameter) -> JSONValue {
    .object(
      [
        .init("name", .string(parameter.name)),
        .init("location", .string(parameter.location.rawValue)),
        .init("style", .string(parameter.style.rawValue)),
        .init("isExploded", .bool(parameter.isExploded)),
        .init("shape", shape(parameter.shape)),
        .init("presence", presence(parameter.presence)),
        .init("documentation", text(parameter.documentation)),
        .init("isDeprecated", .bool(parameter.isDeprecated)),
      ] + example(parameter.example))
  }

  private static func body(_ body: RequestBody) -> JSONValue {
    [
      "isRequired": .bool(body.isRequired),
      "documentation": text(body.documentation),
      "alternatives": .array(body.alternatives.map(content)),
    ]
  }

  static func content(_ content: Content) -> JSONValue {
    [
      "mediaType": .string(content.mediaType),
      "encoding": .string(content.encoding.rawValue),
      "shape": shape(content.shape),
    ]
  }

  private static func response(_ response: Response) -> JSONValue {
    [
      "status": status(response.status),
      "documentation": text(response.documentation),
      "headers": .array(response.headers.map(header)),
      "contents": .array(response.contents.map(content)),
    ]
  }

  /// A number, `4XX` or `default`.
  private static func status(_ status: Response.Status) -> JSONValue {
    switch status {
    case .code(let code): number(code)
    case .range(let hundreds): .string("\(hundreds)XX")
    case .default: "default"
    }
  }

  private static func header(_ header: ResponseHeader) -> JSONValue {
    [
      "name": .string(header.name),
      "shape": shape(header.shape),
      "isRequired": .bool(header.isRequired),
      "documentation": text(header.documentation),
    ]
  }

  private static func requirement(_ requirement: SecurityRequirement) -> JSONValue {
    .array(requirement.schemes.map { ["scheme": id($0.scheme), "scopes": .array($0.scopes.map { .string($0) })] })
  }

  private static func implementation(_ implementation: Implementation) -> JSONValue {
    switch implementation {
    case .function(let function, let arguments):
      ["kind": "function", "function": id(function), "arguments": .array(arguments.map(argument))]
    case .unbound(let unbound):
      ["kind": "unbound", "reason": .string(unbound.reason.rawValue), "explanation": .string(unbound.explanation)]
    }
  }

  private static func argument(_ argument: Implementation.Argument) -> JSONValue {
    switch argument {
    case .parameter(let index): ["kind": "parameter", "index": number(index)]
    case .query: ["kind": "query"]
    case .body: ["kind": "body"]
    }
  }
}
