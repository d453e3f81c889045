import SpecRehearsal

extension ExpectedFailure {
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
}
