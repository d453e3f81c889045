import SpecIR
import SpecRehearsal
import SpecWriting

/// Cases with rows: a loop over them, or the one row by itself.
extension CaseSpelling {
  /// The values of one row, and what is reported of it.
  private typealias Row = (columns: [RustExpr], violations: [String])

  func paths(_ rows: [ContractCase.PathRow], _ failure: ExpectedFailure) -> RustBlock {
    table(["path"], rows.map { ([.string($0.path)], $0.violations) }, failure) { columns in
      RustExpr("app").call("call", method, columns[0]).await
    }
  }

  func values(_ step: Fixtures.Step, _ rows: [ContractCase.ValueRow], _ failure: ExpectedFailure) -> RustBlock {
    let table = rows.map { row -> Row in
      ([.string(row.member), parts.value(row.value)], row.violations)
    }
    return self.table(["field", "value"], table, failure) { columns in
      let value = rows.count == 1 || !failure.listsViolations ? columns[1] : columns[1].call("clone")
      return call(path(of: step), with: parts.call(.with, parsed(step), columns[0], value))
    }
  }

  func missing(_ step: Fixtures.Step, _ rows: [ContractCase.ValueRow], _ failure: ExpectedFailure) -> RustBlock {
    table(["field"], rows.map { ([.string($0.member)], $0.violations) }, failure) { columns in
      call(path(of: step), with: parts.call(.without, parsed(step), columns[0]))
    }
  }

  private func parsed(_ step: Fixtures.Step) -> RustExpr {
    parts.call(.parsed, RustExpr(stringLiteral: parts.constant(for: step.body ?? .null, of: target.core[id].name)))
  }

  @RustBlockBuilder
  private func table(
    _ columns: [String], _ rows: [Row], _ failure: ExpectedFailure, call: ([RustExpr]) -> RustExpr
  ) -> RustBlock {
    let lists = failure.listsViolations
    TestScript.start
    if rows.count == 1 {
      check(call(rows[0].columns), Self.list(rows[0].violations), failure)
    } else {
      let names = columns + (lists ? ["expected"] : [])
      let items = rows.map { row in
        let values = row.columns + (lists ? [Self.list(row.violations)] : [])
        return values.count == 1 ? values[0] : RustExpr(.tuple(values))
      }
      let pattern: RustPattern =
        names.count == 1 ? RustPattern(stringLiteral: names[0]) : .tuple(names.map { RustPattern(stringLiteral: $0) })
      let answer = call(columns.map { RustExpr(stringLiteral: $0) })
      if lists {
        RustStatement.let("cases", .ref(Self.type(of: columns)), .ref(.array(items)))
        RustExpr.for(pattern, in: "cases") { check(answer, "expected", failure) }
      } else {
        RustExpr.for(pattern, in: .array(items)) { check(answer, "expected", failure) }
      }
    }
  }

  private func check(_ call: RustExpr, _ violations: RustExpr, _ failure: ExpectedFailure) -> [RustStatement] {
    [.let("answer", call), failure.statement(of: "answer", listing: violations)]
  }

  /// The lists of violations differ in length: as slices they have one type.
  private static func type(of columns: [String]) -> RustType {
    .slice(.tuple(columns.map { $0 == "value" ? .named(.json) : .ref(.str) } + [.ref(.slice(.ref(.str)))]))
  }
}
