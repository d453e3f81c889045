import SpecIR
import SpecRehearsal
import SpecWriting

/// Writes the tests of what an operation reads: each edge of the contract, and bodies that are none.
struct InputTests {
  let target: RustTarget
  let id: OperationID
  let parts: TestParts
  /// A request that breaks nothing.
  let step: Fixtures.Step

  private var operation: SpecIR.Operation { target.core[id] }
  private var method: RustExpr { .string(operation.method.rawValue) }

  var functions: [RustFunction] {
    guard let expectation = TestExpectation.invalid(target, id) else { return unreadable }
    return path(expectation) + query(expectation) + fields(expectation) + missing(expectation) + others(expectation) + unreadable
  }

  /// One request and what is reported, for a table of them.
  private typealias Row = (columns: [RustExpr], expected: String)

  /// Returns a test of all rows: a loop, or the one row by itself.
  private func table(
    _ name: String, _ columns: [String], _ rows: [Row], _ expectation: TestExpectation, call: ([RustExpr]) -> RustExpr
  ) -> [RustFunction] {
    guard !rows.isEmpty else { return [] }
    func check(_ values: [RustExpr], _ violations: RustExpr) -> [RustStatement] {
      [.let("answer", call(values)), expectation.statement(of: "answer", listing: violations)]
    }
    func list(_ expected: String) -> RustExpr { .ref(.array(expected.split(separator: ",").map { .string(String($0)) })) }
    if rows.count == 1 {
      return [OperationTests.test(name, RustBlock([TestScript.start] + check(rows[0].columns, list(rows[0].expected))))]
    }
    let lists = expectation.listsViolations
    let names = columns + (lists ? ["expected"] : [])
    let tuples = rows.map { row in row.columns + (lists ? [list(row.expected)] : []) }
    let pattern: RustPattern = names.count == 1 ? RustPattern(stringLiteral: names[0]) : .tuple(names.map { RustPattern(stringLiteral: $0) })
    let items = tuples.map { $0.count == 1 ? $0[0] : RustExpr(.tuple($0)) }
    // The lists differ in length: as slices they have one type.
    let cases: RustType = .slice(.tuple(columns.map { $0 == "value" ? .named(.json) : .ref(.str) } + [.ref(.slice(.ref(.str)))]))
    return [
      OperationTests.test(
        name,
        RustBlock {
          TestScript.start
          if lists {
            RustStatement.let("cases", .ref(cases), .ref(.array(items)))
            RustExpr.for(pattern, in: "cases") { check(columns.map { RustExpr(stringLiteral: $0) }, "expected") }
          } else {
            RustExpr.for(pattern, in: .array(items)) { check(columns.map { RustExpr(stringLiteral: $0) }, "expected") }
          }
        })
    ]
  }

  // MARK: Parameters

  private func path(_ expectation: TestExpectation) -> [RustFunction] {
    guard case .function(_, let arguments) = operation.implementation else { return [] }
    let isRead = arguments.contains { if case .parameter(let index) = $0 { operation.parameters[index].location == .path } else { false } }
    guard isRead else { return [] }
    var rows: [Row] = []
    for (index, parameter) in operation.parameters.enumerated() where parameter.location == .path {
      for (value, codes) in texts(of: parameter) where !value.isEmpty && value != "." && value != ".." {
        let path = RequestPath(operation.path) { name in
          name == parameter.name ? .plain(.string(value)) : otherPath(name, but: index)
        }
        guard let text = path.text else { continue }
        rows.append(([.string(text)], codes.map { "\(parameter.name) \($0)" }.joined(separator: ",")))
      }
    }
    return table("refuses_other_paths", ["path"], rows, expectation) { RustExpr("app").call("call", method, $0[0]).await }
  }

  private func otherPath(_ name: String, but index: Int) -> Fixtures.Value? {
    operation.parameters.firstIndex { $0.location == .path && $0.name == name }.flatMap { step.path[$0] }
  }

  private func query(_ expectation: TestExpectation) -> [RustFunction] {
    guard case .function(_, let arguments) = operation.implementation, arguments.contains(.query) else { return [] }
    guard let path = RequestPath(operation.path, value: { otherPath($0, but: -1) }).text else { return [] }
    var rows: [Row] = []
    for parameter in operation.parameters where parameter.location == .query && !parameter.name.contains(",") {
      let others = step.query.filter { $0.name != parameter.name }
      for (value, codes) in texts(of: parameter) {
        let text = path + RequestPath.query(others + [(parameter.name, .string(value))])
        rows.append(([.string(text)], codes.map { "\(parameter.name) \($0)" }.joined(separator: ",")))
      }
    }
    return table("refuses_other_queries", ["path"], rows, expectation) { RustExpr("app").call("call", method, $0[0]).await }
  }

  /// Texts that a parameter refuses, with what is reported of each.
  private func texts(of parameter: Parameter) -> [(text: String, codes: [String])] {
    guard parameter.isPlain(target.contract) else { return [] }
    return BoundaryCases(target.contract).cases(named: parameter.name, parameter.shape).compactMap { found in
      switch found.value {
      case .number where isNumber(parameter.shape.type), .string:
        let text = RequestPath.text(of: found.value)
        return found.codes.isEmpty || text.unicodeScalars.count > 40 || text.unicodeScalars.contains("\0") ? nil : (text, found.codes)
      case .null, .bool, .array, .object, .number: return nil
      }
    }
  }

  private func isNumber(_ type: TypeRef) -> Bool {
    switch target.resolved(type).unwrapped {
    case .scalar(.int32), .scalar(.int64), .scalar(.float), .scalar(.double): return true
    case .named(let id):
      guard case .enumeration(let enumeration) = target.core[id].kind else { return false }
      return enumeration.base != .string
    default: return false
    }
  }

  // MARK: Bodies

  /// The fields of the body that a test can name.
  private var named: [Field] {
    (target.contract.bodyStructure(of: id)?.fields ?? []).filter { !$0.name.contains { "/~,".contains($0) } }
  }

  private var parsed: RustExpr? {
    step.body.map { parts.call(.parsed, RustExpr(stringLiteral: parts.constant(for: $0, of: operation.name))) }
  }

  private var path: RustExpr { TestScript(target, [step], parts).path }

  private func fields(_ expectation: TestExpectation) -> [RustFunction] {
    guard let body = step.body, let structure = target.contract.bodyStructure(of: id) else { return [] }
    var rows: [Row] = []
    for field in named where body[field.name] != nil {
      for found in BoundaryCases(target.contract).cases(named: field.name, field.shape) where !found.codes.isEmpty {
        let value = RustExpr.macro(RustPath(.jsonMacro), TestParts.json(found.value))
        rows.append(([.string(field.name), value], found.codes.map { "/\(field.name) \($0)" }.joined(separator: ",")))
      }
    }
    if structure.additional == .forbidden, structure.maxProperties == nil, !structure.fields.contains(where: { $0.name == "undeclared" }) {
      rows.append(([.string("undeclared"), .macro(RustPath(.jsonMacro), .integer(1))], "/undeclared unknown"))
    }
    return table("refuses_other_values", ["field", "value"], rows, expectation) { columns in
      let value = rows.count == 1 || !expectation.listsViolations ? columns[1] : columns[1].call("clone")
      let changed = parts.call(.with, parsed ?? "body", columns[0], value)
      return RustExpr("app").call("call_with", method, path, .ref(changed)).await
    }
  }

  private func missing(_ expectation: TestExpectation) -> [RustFunction] {
    guard case .object(let members)? = step.body, let structure = target.contract.bodyStructure(of: id),
      members.count > structure.minProperties ?? 0
    else { return [] }
    let rows: [Row] = named.filter { $0.presence == .required }.map { ([.string($0.name)], "/\($0.name) required") }
    return table("requires_its_fields", ["field"], rows, expectation) { columns in
      RustExpr("app").call("call_with", method, path, .ref(parts.call(.without, parsed ?? "body", columns[0]))).await
    }
  }

  /// A body of another JSON type.
  private func others(_ expectation: TestExpectation) -> [RustFunction] {
    guard target.contract.bodyStructure(of: id) != nil else { return [] }
    return [
      OperationTests.test(
        "refuses_what_is_no_object",
        RustBlock {
          TestScript.start
          RustStatement.let("body", .macro(RustPath(.jsonMacro), .array([])))
          RustStatement.let("answer", RustExpr("app").call("call_with", method, path, .ref("body")).await)
          expectation.statement(of: "answer", listing: .ref(.array([.string(" type")])))
        })
    ]
  }

  private var unreadable: [RustFunction] {
    guard target.contract.jsonBody(of: id)?.encoding == .json else { return [] }
    let failures = target.core.plans[id.index].failures
    func test(_ name: String, _ kind: OperationPlan.Failure.Kind, _ type: String, _ text: String, _ status: Int, _ code: String) -> [RustFunction] {
      guard let failure = failures.first(where: { $0.kind == kind }), failure.status == status else { return [] }
      let expectation = TestExpectation.failure(target, failure, code: code)
      return [
        OperationTests.test(
          name,
          RustBlock {
            TestScript.start
            RustStatement.let(
              "answer", RustExpr("app").call("call_raw", method, path, .string(type), .string(text)).await)
            expectation.statement(of: "answer")
          })
      ]
    }
    return test("refuses_malformed_json", .malformedBody, "application/json", "{", 400, "malformed_json")
      + test("refuses_other_media_types", .unsupportedMediaType, "text/plain", "{}", 415, "unsupported_media_type")
  }
}
