internal import SpecIR

/// The failures that can happen to an operation, each with its status, code and shape.
///
/// The contract decides where it declares something; the rest is a fixed table, the same in every backend.
struct FailureTable {
  let core: CoreModel
  let operation: Operation

  var failures: [OperationPlan.Failure] {
    var failures: [OperationPlan.Failure] = []
    if !operation.parameters.isEmpty || operation.body != nil {
      failures.append(failure(.invalidRequest, invalidStatus, "validation_failed", "The request breaks the contract."))
    }
    if let body = operation.body { failures += ofBody(body) }
    switch operation.implementation {
    case .unbound:
      failures.append(failure(.notImplemented, 501, "not_implemented", "The server does not implement this operation."))
    case .function(let function, _):
      for error in core[function].errors {
        let error = (id: error, core[error])
        failures.append(failure(.service(error.id), error.1.status, error.1.code, error.1.message))
      }
    }
    return failures + [
      failure(.timeout, 503, "unavailable", Self.unavailable),
      failure(.unavailable, 503, "unavailable", Self.unavailable),
      failure(.internalError, 500, "internal_error", "The server failed to handle the request."),
    ]
  }

  private static let unavailable = "The server cannot handle the request now; try again later."

  private func ofBody(_ body: RequestBody) -> [OperationPlan.Failure] {
    let isJSON = body.alternatives.contains { $0.encoding == .json }
    return [
      failure(
        .unsupportedMediaType, 415, "unsupported_media_type",
        isJSON ? "The body must be declared as application/json." : "The media type of the body is not supported."),
      failure(.bodyTooLarge, 413, "payload_too_large", "The body is too large."),
      isJSON
        ? failure(.malformedBody, 400, "malformed_json", "The body is not valid JSON.")
        : failure(.malformedBody, 400, "malformed_body", "The body could not be read."),
    ]
  }

  /// The status for what breaks a rule of the contract: 422 (RFC 9110 §15.5.21), unless the contract only declares 400.
  private var invalidStatus: Int {
    let declared = operation.responses.map(\.status)
    return !declared.contains(.code(422)) && declared.contains(.code(400)) ? 400 : 422
  }

  private func failure(
    _ kind: OperationPlan.Failure.Kind, _ status: Int, _ code: String, _ message: String
  ) -> OperationPlan.Failure {
    guard let envelope = envelope(for: status), let word = EnvelopeLimits(of: envelope, in: core).word(for: code, status: status)
    else { return .init(kind: kind, status: status, code: code, message: message, format: .problem) }
    return .init(kind: kind, status: status, code: word, message: message, format: .envelope(envelope))
  }

  /// The envelope of the answer that is declared for a status, for its range, or for everything else.
  ///
  /// Where none of them is declared, or none has a body, the failure is written as most operations write theirs.
  private func envelope(for status: Int) -> EnvelopeID? {
    let patterns: [Response.Status] = [.code(status), .range(status / 100), .default]
    let declared = patterns.lazy.compactMap { pattern in operation.responses.first { $0.status == pattern } }.first
    guard let declared, !declared.contents.isEmpty else {
      switch core.defaultFormat {
      case .problem: return nil
      case .envelope(let envelope): return envelope
      }
    }
    for content in declared.contents {
      guard let key = EnvelopeKey(content, in: core) else { continue }
      let index = core.envelopes.firstIndex { $0.model == key.model && $0.mediaType == key.mediaType }
      if let index { return EnvelopeID(index) }
    }
    return nil
  }
}
