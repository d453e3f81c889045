import SpecIR
import SpecWriting

/// How much of a failure a test can name: what the contract's own error schema keeps of it.
enum TestExpectation: Hashable {
  /// The status, the code, and the list of violations.
  case violations(status: Int)
  case code(status: Int, String)
  case status(Int)

  /// Returns what is answered where a request breaks the contract; nothing where the operation does not plan it.
  static func invalid(_ target: RustTarget, _ operation: OperationID) -> Self? {
    let failures = target.core.plans[operation.index].failures
    guard let failure = failures.first(where: { $0.kind == .invalidRequest }) else { return nil }
    let isMoved = failure.status == 400
    // The middleware answers 400 in place of 422 only where the contract spells 400 and leaves 422 alone.
    if isMoved {
      guard case .envelope = failure.format, !failures.contains(where: { $0.status == 422 && $0.format != .problem }) else { return nil }
    }
    guard failure.code == "validation_failed", fields(failure.format, target).code else { return .status(failure.status) }
    return fields(failure.format, target).violations ? .violations(status: failure.status) : .code(status: failure.status, failure.code)
  }

  /// Returns what a planned failure answers.
  ///
  /// - Parameter code: the code that the skeleton gives, which an error schema with listed codes may have replaced.
  static func failure(_ target: RustTarget, _ failure: OperationPlan.Failure, code: String) -> Self {
    failure.code == code && fields(failure.format, target).code
      ? .code(status: failure.status, code) : .status(failure.status)
  }

  /// What a format keeps where the tests look for it.
  private static func fields(_ format: OperationPlan.Format, _ target: RustTarget) -> (code: Bool, violations: Bool) {
    guard case .envelope(let id) = format else { return (true, true) }
    let fields = target.core[id].fields
    let code = fields.contains { $0.field == "code" && $0.role == .code }
    return (code, code && fields.contains { $0.field == "details" && $0.role == .details })
  }

  /// Asserts it of an answer.
  func statement(of answer: RustExpr) -> RustStatement {
    switch self {
    case .code(let status, let code): .expr(answer.call("expect_error", .integer(status), .string(code)))
    case .violations(let status): .expr(answer.call("expect_error", .integer(status), .string("validation_failed")))
    case .status(let status): .expr(.macro("assert_eq", answer.field("status"), .integer(status)))
    }
  }

  /// Asserts it of an answer, with the violations that are listed.
  func statement(of answer: RustExpr, listing violations: RustExpr) -> RustStatement {
    guard case .violations(let status) = self else { return statement(of: answer) }
    return .expr(answer.call("expect_violations", .integer(status), violations))
  }

  /// Whether the violations are part of what is expected.
  var listsViolations: Bool { if case .violations = self { true } else { false } }
}
