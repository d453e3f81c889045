import SpecIR
import SpecRehearsal

/// Cases about lists: rows are made, and then asked for.
extension CaseSpelling {
  @PythonBuilder
  func lists(_ scene: ListScene, _ listed: ListedRows, _ rows: [ListRow], _ telling: ListTelling) -> [PythonStatement] {
    let script = TestScript(target, scene, parts)
    let constant = parts.constant(for: listed, of: target.core[id].name)
    let isOne = rows.count == 1
    let column = PythonExpr.comprehension(.list, PythonExpr("row").index(.string(listed.mark)), for: "row", in: list(scene))
    let marks = telling == .sortedAnswer ? PythonExpr.call("sorted", [.positional(column)]) : column
    let found: PythonExpr =
      if telling != .rows, let member = scene.member {
        .dict([PythonEntry(unpacking: "body"), PythonEntry(.string(member), marks)])
      } else { marks }
    script.making("changes", in: constant, [PythonEntry(unpacking: "changes")])
    PythonStatement.assign("body", script.listed(isOne ? rows[0].query : nil))
    PythonStatement.assert(found.compare(.equal, isOne ? .json(rows[0].expected) : "expected"))
  }

  @PythonBuilder
  func lengths(_ scene: ListScene, _ count: Int, _ members: [NumberedMember], _ rows: [LengthRow]) -> [PythonStatement] {
    let script = TestScript(target, scene, parts)
    let length = PythonExpr.call("len", [.positional(list(scene))])
    let bounds = members.isEmpty ? [count] : [1, count + 1]
    let numbers = PythonExpr.call("range", bounds.map { .positional(.integer($0)) })
    script.making(members.isEmpty ? "_" : "number", in: numbers, members.map { PythonEntry(.string($0.name), $0.spelled) })
    if rows.count == 1 {
      PythonStatement.assign("body", script.listed(rows[0].query))
      PythonStatement.assert(length.compare(.equal, .integer(rows[0].length)))
    } else {
      PythonStatement.for(
        .tuple(["query", "length"]), in: .list(rows.map { .tuple([.string($0.query), .integer($0.length)]) })
      ) {
        PythonStatement.assign("body", script.listed())
        PythonStatement.assert(length.compare(.equal, "length"), message: "query")
      }
    }
  }

  private func list(_ scene: ListScene) -> PythonExpr { scene.member.map { PythonExpr("body").index(.string($0)) } ?? "body" }
}

extension NumberedMember {
  /// Its value in the row of a `number`.
  fileprivate var spelled: PythonExpr {
    text.map { text in
      let parts: [PythonFormatPart] = [.text(text.before), .value("number"), .text(text.after)]
      return .format(parts.filter { if case .text("") = $0 { false } else { true } })
    } ?? "number"
  }
}
