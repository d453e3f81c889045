package import SpecIR

extension ErrorEnvelope {
  /// The roles of its fields, and of those within.
  package var roles: [Role] { fields.flatMap(\.role.all) }

  /// Whether it tells something of the request that failed.
  package var tellsRequest: Bool { roles.contains(where: \.isOfRequest) }
}

extension ErrorEnvelope.Role {
  fileprivate var all: [ErrorEnvelope.Role] {
    if case .object(_, let fields) = self { return [self] + fields.flatMap(\.role.all) }
    return [self]
  }

  /// Whether it is made of the violations.
  package var needsViolations: Bool {
    switch self {
    case .details, .violations, .messages: true
    case .message, .code, .status, .title, .type, .instance, .object, .requestID, .timestamp, .constant: false
    }
  }

  fileprivate var isOfRequest: Bool {
    switch self {
    case .instance, .requestID: true
    case .message, .code, .status, .title, .type, .details, .object, .violations, .messages, .timestamp, .constant: false
    }
  }
}

extension CoreModel {
  /// Whether some envelope tells something of the request that failed.
  package var tellsRequests: Bool { envelopes.contains(where: \.tellsRequest) }
}
