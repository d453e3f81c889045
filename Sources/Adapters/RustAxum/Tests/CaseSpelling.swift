import SpecIR
import SpecRehearsal
import SpecWriting

/// Spells the cases of one operation as functions of its test module.
struct CaseSpelling {
  let target: RustTarget
  let id: OperationID
  let parts: TestParts

  private var plan: OperationPlan { target.core.plans[id.index] }
  var method: RustExpr { .string(target.core[id].method.rawValue) }

  func function(_ contractCase: ContractCase) -> RustFunction {
    RustFunction(
      contractCase.name, isAsync: true, attributes: [.tokioTest],
      body: RustBlock {
        switch contractCase.kind {
        case .answers(let steps, let success): answers(steps, success)
        case .refusesAgain(let steps, let failure): refusesAgain(steps, failure)
        case .conflicts(let steps, let failure): refuses(steps, failure)
        case .refuses(let step, let failure): refuses([step], failure)
        case .paths(let rows, let failure): paths(rows, failure)
        case .values(let step, let rows, let failure): values(step, rows, failure)
        case .missing(let step, let rows, let failure): missing(step, rows, failure)
        case .body(let step, let value, let violations, let failure): body(step, value, violations, failure)
        case .raw(let step, let mediaType, let text, let failure): raw(step, mediaType, text, failure)
        case .accepts(let steps, let rows): accepts(steps, rows)
        case .lists(let scene, let listed, let rows, let telling): lists(scene, listed, rows, telling)
        case .lengths(let scene, let count, let members, let rows): lengths(scene, count, members, rows)
        }
      })
  }

  // MARK: What it does

  @RustBlockBuilder
  private func answers(_ steps: [Fixtures.Step], _ success: Rehearsal.Success) -> RustBlock {
    let script = TestScript(target, steps, parts)
    let last = script.last
    let status = RustExpr.integer(plan.success.status)
    TestScript.start
    script.preparation
    last.statements
    RustStatement.let("answer", last.call)
    if let body = success.body {
      RustStatement.let("body", RustExpr("answer").call("expect_json", status))
      RustStatement.expr(
        parts.call(
          .expectSame, .ref("body"), .rawString(JSONWriter.write(body)), .ref(.array(success.varying.map { .string($0) }))))
      location
    } else {
      RustStatement.expr(.macro("assert_eq", RustExpr("answer").field("status"), status))
      if plan.success.status == 204 {
        RustStatement.expr(.macro("assert", RustExpr("answer").field("body").call("is_empty")))
      }
    }
  }

  /// Asserts where the thing that was made can be read, as far as that is in the answer itself.
  private var location: [RustStatement] {
    guard let location = ExpectedLocation(target.contract, id) else { return [] }
    let values = location.path.members.map { parts.call(.text, .ref(RustExpr("body").index(.string($0.name)))) }
    return [
      .expr(
        .macro(
          "assert_eq", RustExpr("answer").call("header", .string("location")),
          .macro("format", arguments: [.string(location.path.format)] + values)))
    ]
  }

  @RustBlockBuilder
  private func accepts(_ steps: [Fixtures.Step], _ rows: [ContractCase.ValueRow]) -> RustBlock {
    let script = TestScript(target, steps, parts)
    let body = script.body
    let cases = rows.map { RustExpr.tuple(.string($0.member), parts.value($0.value)) }
    RustExpr.for(.tuple(["field", "value"]), in: .array(cases)) {
      // Each on a database of its own.
      TestScript.start
      script.preparation
      body.statements
      RustStatement.let("answer", call(script.path, with: parts.call(.with, body.value, "field", "value")))
      RustStatement.expr(
        .macro("assert_eq", RustExpr("answer").field("status"), .integer(plan.success.status), .string("{field}")))
    }
  }

  // MARK: How it refuses

  @RustBlockBuilder
  private func refusesAgain(_ steps: [Fixtures.Step], _ failure: ExpectedFailure) -> RustBlock {
    let script = TestScript(target, steps, parts)
    let last = script.last
    TestScript.start
    script.preparation
    last.statements
    RustStatement.expr(.macro("assert_eq", last.call.field("status"), .integer(plan.success.status)))
    RustStatement.let("answer", last.call)
    failure.statement(of: "answer")
  }

  @RustBlockBuilder
  private func refuses(_ steps: [Fixtures.Step], _ failure: ExpectedFailure) -> RustBlock {
    let script = TestScript(target, steps, parts)
    let last = script.last
    TestScript.start
    script.preparation
    last.statements
    RustStatement.let("answer", last.call)
    failure.statement(of: "answer")
  }

  @RustBlockBuilder
  private func body(
    _ step: Fixtures.Step, _ value: JSONValue, _ violations: [String], _ failure: ExpectedFailure
  ) -> RustBlock {
    TestScript.start
    RustStatement.let("body", .macro(RustPath(.jsonMacro), TestParts.json(value)))
    RustStatement.let("answer", call(path(of: step), with: "body"))
    failure.statement(of: "answer", listing: Self.list(violations))
  }

  @RustBlockBuilder
  private func raw(_ step: Fixtures.Step, _ mediaType: String, _ text: String, _ failure: ExpectedFailure) -> RustBlock {
    TestScript.start
    RustStatement.let(
      "answer",
      RustExpr("app").call("call_raw", method, path(of: step), .string(mediaType), TestParts.borrowed(text)).await)
    failure.statement(of: "answer")
  }

  // MARK: Parts

  func path(of step: Fixtures.Step) -> RustExpr { TestScript(target, [step], parts).path }

  func call(_ path: RustExpr, with body: RustExpr) -> RustExpr {
    RustExpr("app").call("call_with", method, path, .ref(body)).await
  }

  static func list(_ violations: [String]) -> RustExpr { .ref(.array(violations.map { .string($0) })) }
}
