import SpecIR
import SpecRehearsal
import SpecWriting

/// Spells the cases of one operation as methods of its test class.
struct CaseSpelling {
  let target: PythonTarget
  let id: OperationID
  let parts: TestParts

  var method: SpecIR.Operation.Method { target.core[id].method }
  private var success: OperationPlan.Success { target.core.plans[id.index].success }

  func function(_ contractCase: ContractCase) -> PythonFunction {
    let rows = TestRows(contractCase).flatMap { $0.rows.count > 1 ? $0 : nil }
    let parameters = [PythonParameter("self"), PythonParameter("client", .name(.asyncClient))]
    return PythonFunction(
      "test_\(contractCase.name)", PythonParameters(parameters + (rows?.columns ?? []).map { PythonParameter($0.name, $0.type) }),
      returns: PythonExpr.none, isAsync: true, decorators: rows.map { [parametrize($0)] } ?? [], body: body(contractCase.kind))
  }

  /// `pytest.mark.parametrize(("field", "value"), […])`
  private func parametrize(_ rows: TestRows) -> PythonExpr {
    let names = rows.columns.map { PythonExpr.string($0.name) }
    return PythonExpr.name(.mark).call(
      "parametrize", [.positional(names.count == 1 ? names[0] : .tuple(names)), .positional(parts.list(rows))])
  }

  private func body(_ kind: ContractCase.Kind) -> [PythonStatement] {
    switch kind {
    case .answers(let steps, let success): answers(steps, success)
    case .refusesAgain(let steps, let failure): refusesAgain(steps, failure)
    case .conflicts(let steps, let failure): refuses(steps, failure)
    case .refuses(let step, let failure): refuses([step], failure)
    case .paths(let rows, let failure): paths(rows, failure)
    case .values(let step, let rows, let failure): values(step, rows, failure)
    case .missing(let step, let rows, let failure): missing(step, rows, failure)
    case .body(let step, let value, let violations, let failure): refuses(step, .value(value), violations, failure)
    case .raw(let step, let mediaType, let text, let failure): refuses(step, .raw(text, mediaType: mediaType), [], failure)
    case .accepts(let steps, let rows): accepts(steps, rows)
    case .lists(let scene, let listed, let rows, let telling): lists(scene, listed, rows, telling)
    case .lengths(let scene, let count, let members, let rows): lengths(scene, count, members, rows)
    }
  }

  // MARK: What it does

  @PythonBuilder
  private func answers(_ steps: [Fixtures.Step], _ success: Rehearsal.Success) -> [PythonStatement] {
    let script = TestScript(target, steps, parts)
    script.preparation
    PythonStatement.assign("answer", script.last)
    if let expected = success.body {
      let body = PythonExpr.call(.answers("expect_json"), [.positional("answer"), .positional(.integer(self.success.status))])
      // Of a body that cannot be told at all it is enough that it is there.
      if success.varying.contains("") {
        PythonStatement.expression(body)
      } else {
        PythonStatement.assign("body", body)
        PythonStatement.assert(
          PythonExpr("body").compare(.equal, .json(expected, found: "body", varying: Set(success.varying))))
        location
      }
    } else {
      status(of: "answer")
      if self.success.status == 204 {
        PythonStatement.assert(PythonExpr("answer.content").compare(.equal, .bytes([])))
      }
    }
  }

  /// Asserts where the thing that was made can be read, as far as that is in the answer itself.
  private var location: [PythonStatement] {
    guard let location = ExpectedLocation(target.contract, id) else { return [] }
    let path = location.path.parts { PythonExpr("body").index(.string($0.name)) }
    return [.assert(PythonExpr("answer.headers").index(.string("location")).compare(.equal, .format(path)))]
  }

  @PythonBuilder
  private func accepts(_ steps: [Fixtures.Step], _ rows: [ContractCase.ValueRow]) -> [PythonStatement] {
    let script = TestScript(target, steps, parts)
    let isOne = rows.count == 1
    script.preparation
    PythonStatement.assign(
      "answer", script.last(with: isOne ? .string(rows[0].member) : "field", isOne ? .json(rows[0].value) : "value"))
    status(of: "answer")
  }

  private func status(of answer: PythonExpr) -> PythonStatement {
    .assert(
      answer.attribute("status_code").compare(.equal, .integer(success.status)), message: answer.attribute("text"))
  }

  // MARK: How it refuses

  @PythonBuilder
  private func refusesAgain(_ steps: [Fixtures.Step], _ failure: ExpectedFailure) -> [PythonStatement] {
    let script = TestScript(target, steps, parts)
    script.preparation
    PythonStatement.assign("first", script.last)
    status(of: "first")
    PythonStatement.assign("answer", script.last)
    failure.statement(of: "answer")
  }

  @PythonBuilder
  private func refuses(_ steps: [Fixtures.Step], _ failure: ExpectedFailure) -> [PythonStatement] {
    let script = TestScript(target, steps, parts)
    script.preparation
    PythonStatement.assign("answer", script.last)
    failure.statement(of: "answer")
  }

  @PythonBuilder
  private func refuses(
    _ step: Fixtures.Step, _ body: TestCall.Body, _ violations: [String], _ failure: ExpectedFailure
  ) -> [PythonStatement] {
    PythonStatement.assign(
      "answer", TestCall(method: method, path: TestScript(target, [step], parts).path, body: body).spelled)
    failure.statement(of: "answer", listing: .strings(violations))
  }

  // MARK: Rows: a parameter for each column, or the one row by itself

  @PythonBuilder
  private func paths(_ rows: [ContractCase.PathRow], _ failure: ExpectedFailure) -> [PythonStatement] {
    let isOne = rows.count == 1
    PythonStatement.assign("answer", TestCall(method: method, path: isOne ? .string(rows[0].path) : "path").spelled)
    failure.statement(of: "answer", listing: isOne ? .strings(rows[0].violations) : "expected")
  }

  @PythonBuilder
  private func values(
    _ step: Fixtures.Step, _ rows: [ContractCase.ValueRow], _ failure: ExpectedFailure
  ) -> [PythonStatement] {
    let script = TestScript(target, [step], parts)
    let isOne = rows.count == 1
    PythonStatement.assign(
      "answer", script.last(with: isOne ? .string(rows[0].member) : "field", isOne ? .json(rows[0].value) : "value"))
    failure.statement(of: "answer", listing: isOne ? .strings(rows[0].violations) : "expected")
  }

  @PythonBuilder
  private func missing(
    _ step: Fixtures.Step, _ rows: [ContractCase.ValueRow], _ failure: ExpectedFailure
  ) -> [PythonStatement] {
    let script = TestScript(target, [step], parts)
    let isOne = rows.count == 1
    PythonStatement.assign(
      "body",
      .comprehension(
        .dict(key: "name"), "value", for: .tuple(["name", "value"]), in: script.constant.call("items"),
        if: [PythonExpr("name").compare(.notEqual, isOne ? .string(rows[0].member) : "field")]))
    PythonStatement.assign("answer", TestCall(method: method, path: script.path, body: .json("body")).spelled)
    failure.statement(of: "answer", listing: isOne ? .strings(rows[0].violations) : "expected")
  }
}

extension PythonExpr {
  fileprivate static func strings(_ texts: [String]) -> PythonExpr { .list(texts.map { .string($0) }) }
}
