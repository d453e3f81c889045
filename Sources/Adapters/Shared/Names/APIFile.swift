package import SpecIR

/// The files of `generated/api` that hold models.
package enum APIFile: String, CaseIterable, Sendable {
  /// What requests and responses share.
  case models
  case requests, responses, errors

  package init(_ usage: Usage) {
    switch usage {
    case .request, .query, [.request, .query]: self = .requests
    case .response: self = .responses
    case .error: self = .errors
    default: self = .models
    }
  }

  package var documentation: String {
    switch self {
    case .models: "Types that requests and responses share."
    case .requests: "What clients send: bodies and parameters."
    case .responses: "What the server sends."
    case .errors: "How the contract spells errors, and for which operations and statuses."
    }
  }
}
