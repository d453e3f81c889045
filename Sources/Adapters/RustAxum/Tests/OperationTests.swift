import SpecAdapters
import SpecIR
import SpecRehearsal
import SpecWriting

/// Writes the tests of one operation: what it does, and how it refuses.
struct OperationTests {
  let target: RustTarget
  let id: OperationID
  let fixtures: Fixtures
  let parts: TestParts

  private var operation: SpecIR.Operation { target.core[id] }
  private var plan: OperationPlan { target.core.plans[id.index] }

  /// The tests, as functions of the operation's module.
  enum Written {
    case tests([RustFunction])
    /// Nothing can be asserted for certain.
    case skipped(String)
  }

  func write() -> Written {
    switch (operation.implementation, operation.method) {
    case (_, .options), (_, .trace), (_, .head): return .skipped("`\(operation.method.rawValue)` is answered by layers too")
    case (.unbound, _): return .tests([unbound])
    case (.function, _): break
    }
    if let body = operation.body, target.contract.jsonBody(of: id)?.encoding != .json {
      return .skipped("its body is `\(body.alternatives.first?.mediaType ?? "unknown")`")
    }
    do throws(Fixtures.Refusal) {
      let steps = try fixtures.steps(for: id)
      let alone = try fixtures.stepAlone(id)
      let tests = successes(steps) + refusals(alone) + InputTests(target: target, id: id, parts: parts, step: alone).functions
      return tests.isEmpty ? .skipped("the rows that it needs could not be made up") : .tests(tests)
    } catch { return .skipped(error.reason) }
  }

  static func test(_ name: String, _ body: RustBlock) -> RustFunction {
    RustFunction(name, isAsync: true, attributes: [.tokioTest], body: body)
  }

  // MARK: Without an implementation

  private var unbound: RustFunction {
    let path = RequestPath(operation.path) { name in
      operation.parameters.first { $0.location == .path && $0.name == name }
        .flatMap { ExampleValues(target.contract).value(of: $0.shape, example: $0.example) }.map { .plain($0) }
    }
    let planned = plan.failures.first { $0.kind == .notImplemented }
    let expectation = planned.map { TestExpectation.failure(target, $0, code: "not_implemented") } ?? .status(501)
    return Self.test(
      "answers_501",
      RustBlock {
        TestScript.start
        RustStatement.let(
          "answer", RustExpr("app").call("call", .string(operation.method.rawValue), .string(path.text ?? "/")).await)
        expectation.statement(of: "answer")
      })
  }

  // MARK: What it does

  private func successes(_ steps: [Fixtures.Step]) -> [RustFunction] {
    var rehearsal = FixtureRehearsal(target.contract)
    guard case .success(let success)? = rehearsal.play(steps) else { return [] }
    var tests = [succeeds(steps, success, "answers_\(plan.success.status)")]
    if case .failure(let error)? = rehearsal.playLastAgain(), let failure = planned(error) {
      tests.append(failsAgain(steps, failure))
    }
    return tests + changes(steps) + EdgeTests(target: target, id: id, parts: parts, steps: steps).functions
  }

  private func succeeds(_ steps: [Fixtures.Step], _ success: Rehearsal.Success, _ name: String) -> RustFunction {
    let script = TestScript(target, steps, parts)
    let last = script.last
    return Self.test(
      name,
      RustBlock {
        TestScript.start
        script.preparation
        last.statements
        RustStatement.let("answer", last.call)
        answered(success)
      })
  }

  /// Asserts what an answer is.
  @RustBlockBuilder
  private func answered(_ success: Rehearsal.Success) -> RustBlock {
    let status = RustExpr.integer(plan.success.status)
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
    guard let location = plan.success.location, let structure = plan.success.body.flatMap({ target.contract.structure($0.shape.type) }) else {
      return []
    }
    var fields: [String] = []
    for argument in location.arguments {
      guard case .field(let name) = argument, let field = structure.fields.first(where: { $0.name == name }),
        !isText(field.shape.type)
      else { return [] }
      fields.append(name)
    }
    let names = location.path.parameterNames
    guard names.count == fields.count else { return [] }
    let path = RequestPath(location.path) { .member(step: 0, name: $0) }
    let values = fields.map { parts.call(.text, .ref(RustExpr("body").index(.string($0)))) }
    return [
      .expr(
        .macro(
          "assert_eq", RustExpr("answer").call("header", .string("location")),
          .macro("format", arguments: [.string(path.format)] + values)))
    ]
  }

  /// A text is percent-encoded where it stands in a path.
  private func isText(_ type: TypeRef) -> Bool {
    switch target.resolved(type).unwrapped {
    case .scalar(.string), .scalar(.uri): true
    default: false
    }
  }

  /// Leaves members of a partial change away, one after the other, and clears what may be null.
  private func changes(_ steps: [Fixtures.Step]) -> [RustFunction] {
    guard operation.method == .patch, let structure = target.contract.bodyStructure(of: id), var step = steps.last, step.links.isEmpty,
      let whole = step.body, structure.minProperties ?? 0 <= 1
    else { return [] }
    var tests: [RustFunction] = []
    func add(_ name: String, _ field: Field, _ value: JSONValue) {
      step.body = .object([JSONValue.Member(field.name, value)])
      let steps = steps.dropLast() + [step]
      var rehearsal = FixtureRehearsal(target.contract)
      guard case .success(let success)? = rehearsal.play(Array(steps)) else { return }
      tests.append(succeeds(Array(steps), success, name))
    }
    let optional = structure.fields.filter { $0.presence == .optional }
    guard optional.count == structure.fields.count else { return [] }
    if let field = optional.first, let value = whole[field.name] { add("leaves_absent_fields_as_they_are", field, value) }
    if let field = optional.first(where: { target.resolved($0.shape.type).isOptional }) { add("clears_what_may_be_null", field, .null) }
    return tests
  }

  // MARK: How its service refuses

  private func planned(_ error: ErrorID) -> TestExpectation? {
    // SQLite does not say which reference was broken.
    guard !isAmbiguous(error) else { return nil }
    let code = target.core[error].code
    return plan.failures.first { $0.kind == .service(error) && $0.status == target.core[error].status }
      .map { TestExpectation.failure(target, $0, code: code) }
  }

  private func isAmbiguous(_ error: ErrorID) -> Bool {
    guard target.options.database == .sqlite, case .function(let function, _) = operation.implementation else { return false }
    let references = target.core[function].body.violations.filter { violation in
      switch violation.constraint {
      case .foreignKey, .referenced: true
      case .primaryKey, .unique, .check, .notNull: false
      }
    }
    return references.contains { $0.error == error } && Set(references.map(\.error)).count > 1
  }

  private func failsAgain(_ steps: [Fixtures.Step], _ failure: TestExpectation) -> RustFunction {
    let script = TestScript(target, steps, parts)
    let last = script.last
    return Self.test(
      "refuses_the_same_again",
      RustBlock {
        TestScript.start
        script.preparation
        last.statements
        RustStatement.expr(.macro("assert_eq", last.call.field("status"), .integer(plan.success.status)))
        RustStatement.let("answer", last.call)
        failure.statement(of: "answer")
      })
  }

  /// What is answered where nothing exists that the request names.
  private func refusals(_ alone: Fixtures.Step) -> [RustFunction] {
    var rehearsal = FixtureRehearsal(target.contract)
    guard case .failure(let error)? = rehearsal.play([alone]), let failure = planned(error) else { return [] }
    let last = TestScript(target, [alone], parts).last
    return [
      Self.test(
        "answers_\(target.core[error].status)_where_there_is_nothing",
        RustBlock {
          TestScript.start
          last.statements
          RustStatement.let("answer", last.call)
          failure.statement(of: "answer")
        })
    ]
  }
}
