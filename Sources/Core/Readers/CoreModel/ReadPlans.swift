import SpecDocuments
import SpecIR

extension OperationPlan: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    self.init(steps: try json.list("steps"), success: try json.value("success"), failures: try json.list("failures"))
  }
}

extension OperationPlan.Step: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    switch try String(json) {
    case "parameters": self = .parameters
    case "contentType": self = .contentType
    case "readBody": self = .readBody
    case "body": self = .body
    case "call": self = .call
    case let step: throw json.unknown(step)
    }
  }
}

extension OperationPlan.Success: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    self.init(status: try json.value("status"), body: try json.optional("body"), location: try json.optional("location"))
  }
}

extension OperationPlan.Location: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    self.init(path: try json.value("path"), arguments: try json.list("arguments"))
  }
}

extension OperationPlan.Location.Argument: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    switch try json.kind() {
    case "field": self = .field(try json.value("name"))
    case "parameter": self = .parameter(try json.value("index"))
    case let kind: throw json.unknown(kind)
    }
  }
}

extension OperationPlan.Failure: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    self.init(
      kind: try Kind(json), status: try json.value("status"), code: try json.value("code"),
      message: try json.value("message"), format: try json.value("format"))
  }
}

extension OperationPlan.Failure.Kind: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    switch try json.kind() {
    case "malformedBody": self = .malformedBody
    case "invalidRequest": self = .invalidRequest
    case "unsupportedMediaType": self = .unsupportedMediaType
    case "bodyTooLarge": self = .bodyTooLarge
    case "notImplemented": self = .notImplemented
    case "timeout": self = .timeout
    case "unavailable": self = .unavailable
    case "internalError": self = .internalError
    case "service": self = .service(try json.value("error"))
    case let kind: throw json.unknown(kind)
    }
  }
}

extension OperationPlan.Format: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    switch try json.kind() {
    case "problem": self = .problem
    case "envelope": self = .envelope(try json.value("envelope"))
    case let kind: throw json.unknown(kind)
    }
  }
}

extension ErrorEnvelope: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    self.init(
      model: try json.value("model"), fields: try json.list("fields"), mediaType: try json.value("mediaType"),
      listsFailure: try json.value("listsFailure"))
  }
}

extension ErrorEnvelope.Assignment: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    self.init(field: try json.value("field"), role: try ErrorEnvelope.Role(json))
  }
}

extension ErrorEnvelope.Role: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    switch try json.kind("role") {
    case "message": self = .message
    case "code": self = .code
    case "status": self = .status
    case "title": self = .title
    case "type": self = .type
    case "instance": self = .instance
    case "details": self = .details
    case "object": self = .object(try json.value("model"), try json.list("fields"))
    case "violations":
      self = .violations(
        pointer: try json.optional("pointer"), parameter: try json.optional("parameter"), code: try json.optional("code"),
        message: try json.optional("message"))
    case "messages": self = .messages
    case "requestID": self = .requestID
    case "timestamp": self = .timestamp
    case "constant": self = .constant(try json.value("value"))
    case let role: throw json.unknown(role)
    }
  }
}

extension ErrorEnvelope.EnvelopeConstant: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    switch json.node.kind {
    case .null: self = .null
    case .bool: self = .flag(try Bool(json))
    case .string: self = .text(try String(json))
    case .integer, .float: self = .number(try Int(json))
    case .sequence: self = .emptyList
    case .mapping: throw json.fault("a constant is no object")
    }
  }
}
