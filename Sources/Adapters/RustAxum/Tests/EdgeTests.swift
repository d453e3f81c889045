import SpecIR
import SpecRehearsal
import SpecWriting

/// Writes the test of values that are just inside the contract: each is accepted, on a database of its own.
struct EdgeTests {
  let target: RustTarget
  let id: OperationID
  let parts: TestParts
  /// The requests that make what the operation needs, and its own.
  let steps: [Fixtures.Step]

  var functions: [RustFunction] {
    guard let last = steps.last, let body = last.body, let structure = target.contract.bodyStructure(of: id) else { return [] }
    let links = Set(last.links.map(\.member))
    var rows: [(name: String, value: JSONValue)] = []
    for field in structure.fields where body[field.name] != nil && !links.contains(field.name) {
      for found in BoundaryCases(target.contract).cases(named: field.name, field.shape) where found.codes.isEmpty {
        if isAccepted(found.value, in: field.name) { rows.append((field.name, found.value)) }
      }
    }
    guard rows.count > 1 else { return [] }
    return [function(rows)]
  }

  /// Whether the interpreter takes the value, and the column is wide enough: that a database says, and no contract.
  private func isAccepted(_ value: JSONValue, in field: String) -> Bool {
    guard var last = steps.last, isStorable(value, in: field) else { return false }
    last.body = last.body?.with(field, value)
    var rehearsal = FixtureRehearsal(target.contract)
    guard case .success? = rehearsal.play(steps.dropLast() + [last]) else { return false }
    return true
  }

  private func isStorable(_ value: JSONValue, in field: String) -> Bool {
    guard let use = TableUse(target.core, id), let database = target.core.database,
      let column = database[use.table].columns.first(where: { RustNames.value($0.name) == RustNames.value(field) })
    else { return true }
    switch (column.type, value) {
    case (.text(let most?), .string(let text)): return text.unicodeScalars.count <= most
    case (.paddedText, _), (.decimal, _), (.other, _), (.enumeration, _): return false
    case (.int16, .number(let number)): return number.int64.flatMap { Int16(exactly: $0) } != nil
    case (.int32, .number(let number)): return number.int64.flatMap { Int32(exactly: $0) } != nil
    default: return true
    }
  }

  private func function(_ rows: [(name: String, value: JSONValue)]) -> RustFunction {
    let script = TestScript(target, steps, parts)
    let body = script.body
    let method = RustExpr.string(target.core[id].method.rawValue)
    let cases = rows.map { RustExpr.tuple(.string($0.name), .macro(RustPath(.jsonMacro), TestParts.json($0.value))) }
    let request = parts.call(.with, body.value, "field", "value")
    return OperationTests.test(
      "accepts_what_is_just_inside",
      RustBlock {
        RustExpr.for(.tuple(["field", "value"]), in: .array(cases)) {
          TestScript.start
          script.preparation
          body.statements
          RustStatement.let("answer", RustExpr("app").call("call_with", method, script.path, .ref(request)).await)
          RustStatement.expr(
            .macro(
              "assert_eq", RustExpr("answer").field("status"), .integer(target.core.plans[id.index].success.status),
              .string("{field}")))
        }
      })
  }
}
