import SpecIR
import SpecRehearsal
import SpecWriting

/// Cases about lists: rows are made, and then asked for.
extension CaseSpelling {
  @RustBlockBuilder
  func lists(_ scene: ListScene, _ listed: ListedRows, _ rows: [ListRow], _ telling: ListTelling) -> RustBlock {
    let script = TestScript(target, scene, parts)
    let constant = RustExpr(stringLiteral: parts.constant(for: listed, of: target.core[id].name))
    TestScript.start
    script.making("body", in: { parts.call(.varied, .ref($0), constant) }, { _ in "body" })
    if rows.count == 1 {
      told(script.listed(rows[0].query), scene, listed, telling, expected: parts.value(rows[0].expected))
    } else {
      let items = rows.map { RustExpr.tuple(.string($0.query), parts.value($0.expected)) }
      RustExpr.for(.tuple(["query", "expected"]), in: .array(items)) {
        told(script.listed(), scene, listed, telling, expected: "expected", message: "{query}")
      }
    }
  }

  /// Asserts which rows are in an answer, each told by its mark.
  private func told(
    _ answer: RustExpr, _ scene: ListScene, _ listed: ListedRows, _ telling: ListTelling, expected: RustExpr,
    message: String? = nil
  ) -> [RustStatement] {
    let list = self.list(scene)
    let column = parts.call(.column, .ref(list), .string(listed.mark))
    let marks = telling == .sortedAnswer ? parts.call(.sorted, column) : column
    func same(_ found: RustExpr) -> RustStatement {
      .expr(.macro("assert_eq", arguments: [found, expected] + (message.map { [.string($0)] } ?? [])))
    }
    guard telling != .rows, scene.member != nil else { return [.let("body", answer), same(marks)] }
    return [.let(.mut("body"), answer), .expr(.assign(list, marks)), same("body")]
  }

  @RustBlockBuilder
  func lengths(_ scene: ListScene, _ count: Int, _ members: [NumberedMember], _ rows: [LengthRow]) -> RustBlock {
    let script = TestScript(target, scene, parts)
    let numbers =
      members.isEmpty ? RustExpr.range(.integer(0), .integer(count)) : .range(.integer(1), .integer(count), isClosed: true)
    TestScript.start
    script.making(members.isEmpty ? "_" : "number", in: { _ in numbers }) { body in
      // A body with references is a variable, which the next row needs again.
      let owned = scene.maker.links.isEmpty || members.isEmpty ? body : body.call("clone")
      return members.reduce(owned) { parts.call(.with, $0, .string($1.name), .macro(RustPath(.jsonMacro), $1.spelled)) }
    }
    if rows.count == 1 {
      RustStatement.let("body", script.listed(rows[0].query))
      length(scene, [.integer(rows[0].length)])
    } else {
      RustExpr.for(
        .tuple(["query", "length"]), in: .array(rows.map { .tuple(.string($0.query), .integer($0.length)) })
      ) {
        RustStatement.let("body", script.listed())
        length(scene, ["length", .string("{query}")])
      }
    }
  }

  private func length(_ scene: ListScene, _ expected: [RustExpr]) -> [RustStatement] {
    [
      .let("rows", list(scene).call("as_array").call("expect", .string("a list"))),
      .expr(.macro("assert_eq", arguments: [RustExpr("rows").call("len")] + expected)),
    ]
  }

  private func list(_ scene: ListScene) -> RustExpr { scene.member.map { RustExpr("body").index(.string($0)) } ?? "body" }
}

extension NumberedMember {
  /// Its value in the row of a `number`.
  fileprivate var spelled: RustExpr {
    text.map { .format("\($0.before.escapingBraces){number}\($0.after.escapingBraces)") } ?? "number"
  }
}
