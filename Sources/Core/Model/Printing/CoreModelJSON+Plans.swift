internal import SpecWriting

extension CoreModelJSON {
  static func plan(_ plan: OperationPlan) -> JSONValue {
    [
      "steps": .array(plan.steps.map(step)),
      "success": [
        "status": number(plan.success.status),
        "body": plan.success.body.map(content) ?? .null,
        "location": plan.success.location.map(location) ?? .null,
      ],
      "failures": .array(plan.failures.map(failure)),
    ]
  }

  private static func step(_ step: OperationPlan.Step) -> JSONValue {
    switch step {
    case .parameters: "parameters"
    case .contentType: "contentType"
    case .readBody: "readBody"
    case .body: "body"
    case .call: "call"
    }
  }

  private static func location(_ location: OperationPlan.Location) -> JSONValue {
    let arguments = location.arguments.map { argument -> JSONValue in
      switch argument {
      case .field(let name): ["kind": "field", "name": .string(name)]
      case .parameter(let index): ["kind": "parameter", "index": number(index)]
      }
    }
    return ["path": .string(location.path.text), "arguments": .array(arguments)]
  }

  private static func failure(_ failure: OperationPlan.Failure) -> JSONValue {
    .object(
      members(of: failure.kind) + [
        .init("status", number(failure.status)),
        .init("code", .string(failure.code)),
        .init("message", .string(failure.message)),
        .init("format", format(failure.format)),
      ])
  }

  private static func members(of kind: OperationPlan.Failure.Kind) -> [JSONValue.Member] {
    switch kind {
    case .malformedBody: [.init("kind", "malformedBody")]
    case .invalidRequest: [.init("kind", "invalidRequest")]
    case .unsupportedMediaType: [.init("kind", "unsupportedMediaType")]
    case .bodyTooLarge: [.init("kind", "bodyTooLarge")]
    case .notImplemented: [.init("kind", "notImplemented")]
    case .timeout: [.init("kind", "timeout")]
    case .unavailable: [.init("kind", "unavailable")]
    case .internalError: [.init("kind", "internalError")]
    case .service(let error): [.init("kind", "service"), .init("error", id(error))]
    }
  }

  static func format(_ format: OperationPlan.Format) -> JSONValue {
    switch format {
    case .problem: ["kind": "problem"]
    case .envelope(let envelope): ["kind": "envelope", "envelope": id(envelope)]
    }
  }

  static func envelope(_ envelope: ErrorEnvelope) -> JSONValue {
    [
      "model": id(envelope.model),
      "mediaType": .string(envelope.mediaType),
      "listsFailure": .bool(envelope.listsFailure),
      "fields": assignments(envelope.fields),
    ]
  }

  private static func assignments(_ assignments: [ErrorEnvelope.Assignment]) -> JSONValue {
    .array(assignments.map { .object([.init("field", .string($0.field))] + members(of: $0.role)) })
  }

  private static func members(of role: ErrorEnvelope.Role) -> [JSONValue.Member] {
    switch role {
    case .message: [.init("role", "message")]
    case .code: [.init("role", "code")]
    case .status: [.init("role", "status")]
    case .title: [.init("role", "title")]
    case .type: [.init("role", "type")]
    case .instance: [.init("role", "instance")]
    case .details: [.init("role", "details")]
    case .messages: [.init("role", "messages")]
    case .requestID: [.init("role", "requestID")]
    case .timestamp: [.init("role", "timestamp")]
    case .object(let model, let fields):
      [.init("role", "object"), .init("model", id(model)), .init("fields", self.assignments(fields))]
    case .violations(let pointer, let parameter, let code, let message):
      [
        .init("role", "violations"), .init("pointer", text(pointer)), .init("parameter", text(parameter)),
        .init("code", text(code)), .init("message", text(message)),
      ]
    case .constant(let constant): [.init("role", "constant"), .init("value", value(of: constant))]
    }
  }

  private static func value(of constant: ErrorEnvelope.EnvelopeConstant) -> JSONValue {
    switch constant {
    case .text(let text): .string(text)
    case .number(let number): self.number(number)
    case .flag(let flag): .bool(flag)
    case .null: .null
    case .emptyList: .array([])
    }
  }
}
