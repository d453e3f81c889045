package import SpecIR

/// How much of a failure can be told beforehand: what the contract's own error schema keeps of it.
package enum ExpectedFailure: Hashable, Sendable {
  /// The status, the code, and the list of violations.
  case violations(status: Int)
  case code(status: Int, String)
  case status(Int)

  /// Returns what is answered where a request breaks the contract; nothing where the operation does not plan it.
  package static func invalid(_ core: CoreModel, _ operation: OperationID) -> Self? {
    let failures = core.plans[operation.index].failures
    guard let failure = failures.first(where: { $0.kind == .invalidRequest }) else { return nil }
    if failure.status == 400 {
      // 400 stands in place of 422 only where the contract spells it and leaves 422 alone.
      guard case .envelope = failure.format, !failures.contains(where: { $0.status == 422 && $0.format != .problem }) else {
        return nil
      }
    }
    guard failure.code == "validation_failed", kept(by: failure.format, core).code else { return .status(failure.status) }
    return kept(by: failure.format, core).violations
      ? .violations(status: failure.status) : .code(status: failure.status, failure.code)
  }

  /// Returns what a planned failure answers.
  ///
  /// - Parameter code: the code of its own, which an error schema with listed codes may have replaced.
  static func planned(_ core: CoreModel, _ failure: OperationPlan.Failure, code: String) -> Self {
    failure.code == code && kept(by: failure.format, core).code ? .code(status: failure.status, code) : .status(failure.status)
  }

  /// What a format keeps at the place where it is looked for.
  private static func kept(by format: OperationPlan.Format, _ core: CoreModel) -> (code: Bool, violations: Bool) {
    guard case .envelope(let id) = format else { return (true, true) }
    let fields = core[id].fields
    let code = fields.contains { $0.field == "code" && $0.role == .code }
    return (code, code && fields.contains { $0.field == "details" && $0.role == .details })
  }

  /// Whether the violations are part of what is expected.
  package var listsViolations: Bool { if case .violations = self { true } else { false } }

  package var status: Int {
    switch self {
    case .violations(let status), .code(let status, _), .status(let status): status
    }
  }
}
