import SpecRehearsal

extension ExpectedFailure {
  /// Asserts it of an answer.
  func statement(of answer: PythonExpr) -> PythonStatement {
    switch self {
    case .code(let status, let code): error(answer, status, code)
    case .violations(let status): error(answer, status, "validation_failed")
    case .status(let status):
      .assert(answer.attribute("status_code").compare(.equal, .integer(status)), message: answer.attribute("text"))
    }
  }

  /// Asserts it of an answer, with the violations that are listed.
  func statement(of answer: PythonExpr, listing violations: PythonExpr) -> PythonStatement {
    guard case .violations(let status) = self else { return statement(of: answer) }
    return .expression(
      .call(
        .answers("expect_violations"), [.positional(answer), .positional(.integer(status)), .positional(violations)]))
  }

  private func error(_ answer: PythonExpr, _ status: Int, _ code: String) -> PythonStatement {
    .expression(
      .call(
        .answers("expect_error"), [.positional(answer), .positional(.integer(status)), .positional(.string(code))]))
  }
}
