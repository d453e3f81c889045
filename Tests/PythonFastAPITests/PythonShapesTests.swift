import Testing

@testable import PythonFastAPIAdapter

/// A shape of code in which one name grows, so that the line breaks wherever it can.
struct PythonShape: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var make: @Sendable (String) -> PythonStatement

  init(_ description: String, _ make: @escaping @Sendable (String) -> PythonStatement) {
    testDescription = description
    self.make = make
  }

  private static func name(_ text: String) -> PythonExpr { .name(PythonSymbol(stringLiteral: text)) }

  static let all: [PythonShape] = assignments + statements + blocks + declarations

  private static let assignments: [PythonShape] = [
    PythonShape("name = name") { .assign("value", name($0)) },
    PythonShape("name = string") { .assign(name($0), .string("some text")) },
    PythonShape("name = number") { .assign(name($0), .integer(123_456)) },
    PythonShape("name = call") { .assign("value", name($0).called([.positional("first"), .keyword("second", "third")])) },
    PythonShape("name = chain") {
      .assign(
        "query",
        name("select").call("where", [.positional(name($0))]).call("order_by", [.positional("users.c.id")]).call(
          "limit", [.positional(.integer(1))]))
    },
    PythonShape("name = await call") { .assign("row", PythonExpr("session").call("execute", [.positional(name($0))]).await) },
    PythonShape("name = operators") {
      .assign(
        "total", PythonExpr("first").binary(.add, PythonExpr("second").binary(.multiply, name($0))).binary(.subtract, "last"))
    },
    PythonShape("name = conditional") {
      .assign("value", .conditional("first", if: PythonExpr("test").compare(.isNot, .none), else: name($0)))
    },
    PythonShape("name = lambda") {
      .assign(
        "key", .lambda([PythonParameter("row")], PythonExpr("function").called([.positional("row"), .positional(name($0))])))
    },
    PythonShape("name = lambda of operators") {
      .assign("key", .lambda([PythonParameter("row")], PythonExpr("row.first").binary(.add, name($0))))
    },
    PythonShape("name = list comprehension") {
      .assign("names", .comprehension(.list, "item.name", for: "item", in: name($0), if: ["item.enabled"]))
    },
    PythonShape("name = dict") { .assign("body", .dict([("id", "user.id"), ("name", name($0))])) },
    PythonShape("name = f-string") { .assign("text", .format([.text("Hello "), .value(name($0)), .text("!")])) },
    PythonShape("name = several literals") { .assign(name($0), .string(String(repeating: "many words ", count: 8))) },
    PythonShape("item = several literals") {
      .assign(PythonExpr("table").index(name($0)), .string(String(repeating: "many words ", count: 8)))
    },
    PythonShape("item = call") {
      .assign(PythonExpr("table").index(name($0)), PythonExpr("function").called([.positional("argument")]))
    },
    PythonShape("tuple = call") {
      .assign(.tuple(["first", name($0)]), PythonExpr("function").called([.positional("argument")]))
    },
    PythonShape("two targets") { .assign([PythonExpr("first.attribute"), name($0)], PythonExpr("json.loads")) },
    PythonShape("annotated with default") {
      .field(
        "value", PythonExpr.name("str").optional,
        PythonExpr("Field").called([.keyword("default", .none), .keyword("title", name($0))]))
    },
    PythonShape("annotated with generic type") {
      .field("value", .generic("Annotated", [.generic("list", ["str"]), name($0)]), PythonExpr.none)
    },
    PythonShape("annotated with union") { .field(name($0).identifier, .union(["First", "Second", "Third", .none])) },
    PythonShape("annotated with union and value") {
      .field(name($0).identifier, .union(["FirstLongName", "SecondLongName", PythonExpr.none]), PythonExpr.none)
    },
    PythonShape("alias") {
      .alias(
        name($0).identifier, .generic("Annotated", ["str", PythonExpr("Field").called([.keyword("min_length", .integer(1))])]))
    },
    PythonShape("augmented") { .augmented(name($0), .add, PythonExpr("function").called([.positional("argument")])) },
  ]

  private static let statements: [PythonShape] = [
    PythonShape("return name") { .return(name($0)) },
    PythonShape("return comparison") { .return(PythonExpr("first").compare(.equal, name($0))) },
    PythonShape("return call of call") {
      .return(
        PythonExpr("Response").called([
          .positional(PythonExpr("dump").called([.positional(name($0))])), .keyword("status_code", .integer(201)),
        ]))
    },
    PythonShape("return tuple") { .return(.tuple(["first", name($0)])) },
    PythonShape("return several literals") {
      .return(
        PythonExpr("Problem").called([.keyword("detail", .string("words of \($0) " + String(repeating: "many ", count: 14)))]))
    },
    PythonShape("raise from") { .raise(PythonExpr("Error").called([.positional(name($0))]), from: "error") },
    PythonShape("raise name") { .raise(name($0)) },
    PythonShape("assert with message") { .assert(PythonExpr("first").compare(.equal, name($0)), message: .string("message")) },
    PythonShape("assert call") { .assert(PythonExpr("isinstance").called([.positional(name($0)), .positional("Type")])) },
    PythonShape("delete") { .delete(["first", name($0)]) },
    PythonShape("await chain") {
      .expression(PythonExpr("session").call("execute", [.positional(name($0))]).call("scalars").call("all").await)
    },
    PythonShape("expression chain") {
      .expression(PythonExpr("app").call("first", [.positional(name($0))]).call("second").call("third", [.positional("x")]))
    },
    PythonShape("starred arguments") {
      .expression(PythonExpr("function").called([.star("args"), .keyword("key", name($0)), .doubleStar("kwargs")]))
    },
    PythonShape("generator argument") {
      .expression(PythonExpr("all").called([.positional(.comprehension(.generator, "item.enabled", for: "item", in: name($0)))]))
    },
    PythonShape("note for tools") { .noted(.assign("value", name($0)), .noqa(["S105"])) },
    PythonShape("note with width") { .noted(.assign("value", name($0)), .noCover) },
    PythonShape("note behind a call") {
      .noted(.return(PythonExpr("function").called([.positional(name($0))])), .typeIgnore(["no-any-return"]))
    },
  ]

  private static let blocks: [PythonShape] = [
    PythonShape("if with operators") {
      .if(.all([PythonExpr("first"), .not(name($0)), PythonExpr("third").compare(.in, "fourth")])) {
        PythonStatement.pass
      } else: {
        PythonStatement.return(nil)
      }
    },
    PythonShape("if with walrus") {
      .if(.walrus("match_", PythonExpr("pattern").call("search", [.positional(name($0))]))) { PythonStatement.pass }
    },
    PythonShape("for with tuple") {
      .for(.tuple(["first", name($0)]), in: PythonExpr("values").call("items")) { PythonStatement.continue }
    },
    PythonShape("async for") {
      .for("row", in: PythonExpr("function").called([.positional(name($0))]), isAsync: true) { PythonStatement.break }
    },
    PythonShape("while") { .while(PythonExpr("first").compare(.less, name($0))) { PythonStatement.pass } },
    PythonShape("async with") {
      .with(.init(PythonExpr("engine").call("begin"), as: "connection"), .init(name($0).called([]), as: "other"), isAsync: true) {
        PythonStatement.pass
      }
    },
    PythonShape("with one target") {
      .with(.init(name($0).called([.positional("argument")]), as: "other")) { PythonStatement.pass }
    },
    PythonShape("with name") { .with(.init(name($0), as: "other")) { PythonStatement.pass } },
    PythonShape("try") { shape in
      .try(
        PythonTry(
          [.pass], except: [.init(.tuple(["ValueError", name(shape)]), as: "error", [.raise(nil, from: nil)])], else: [.pass],
          finally: [.pass]))
    },
    PythonShape("match") { shape in
      .match(
        name(shape),
        [
          PythonCase(.class("Problem", [.capture(shape)], [("status", .value(.integer(404)))])) { PythonStatement.pass },
          PythonCase(
            .or([.value(.string("one")), .value(name(shape).attribute("TWO"))]),
            if: PythonExpr("x").compare(.greater, name(shape))
          ) { PythonStatement.pass },
          PythonCase(.mapping([(.string("key"), .sequence([.capture("a"), .star(nil)]))], rest: "rest")) { PythonStatement.pass },
          PythonCase(.bound(.singleton(.none), shape)) { PythonStatement.pass },
          PythonCase(.any) { PythonStatement.pass },
        ])
    },
  ]

  private static let declarations: [PythonShape] = [
    PythonShape("function") {
      .function(
        PythonFunction(
          $0,
          [
            PythonParameter("first", "int"), PythonParameter("second", PythonExpr.name("str").optional, default: PythonExpr.none),
          ], returns: "None", body: []))
    },
    PythonShape("function with one parameter") {
      .function(PythonFunction("name", [PythonParameter("first", name($0))], returns: .generic("list", ["str"]), body: [.pass]))
    },
    PythonShape("function without parameters") {
      .function(PythonFunction("name", returns: .generic("dict", ["str", name($0)]), body: [.pass]))
    },
    PythonShape("function that returns a name") {
      .function(PythonFunction("name", [PythonParameter("first")], returns: name($0), body: [.pass]))
    },
    PythonShape("function that returns a union") {
      .function(
        PythonFunction("name", returns: .union(["First", name($0), .none]), isAsync: true, documentation: "Text.", body: []))
    },
    PythonShape("method with dependencies") { shape in
      .class(
        PythonClass("Handler", [name(shape)], keywords: [("frozen", .bool(true))], documentation: "Text.") {
          PythonStatement.field("first", "int")
          PythonStatement.function(
            PythonFunction(
              "get",
              PythonParameters(
                [PythonParameter("self")],
                keywordOnly: [
                  PythonParameter(
                    "session", .generic("Annotated", ["Session", PythonExpr("Depends").called([.positional(name(shape))])]))
                ]),
              returns: "Response", isAsync: true,
              decorators: [PythonExpr("router").call("get", [.positional(.string("/users")), .keyword("name", name(shape))])],
              body: [.return(PythonExpr.none)]))
        })
    },
    PythonShape("rest and keywords") {
      .function(
        PythonFunction(
          "f",
          PythonParameters(
            positionalOnly: [PythonParameter("a")], [PythonParameter("b")], rest: PythonParameter("args", "int"),
            keywords: PythonParameter("kwargs", name($0))), body: [.pass]))
    },
  ]
}

extension PythonExpr {
  /// The text of a plain name.
  fileprivate var identifier: String { if case .name(let symbol) = kind { symbol.name } else { "_" } }
}

struct PythonShapesTests {
  /// One file for each shape: the name grows by one from statement to statement.
  private static func texts(within indent: Bool) -> [String] {
    PythonShape.all.map { shape in
      let statements = (1...96).map { shape.make(String(repeating: "n", count: $0)) }
      return PythonFile(indent ? [.function(PythonFunction("outer", isAsync: true, body: statements))] : statements).printed()
        .text
    }
  }

  @Test(arguments: [false, true])
  func `ruff leaves each shape as it is, however long its name`(_ indent: Bool) async throws {
    let texts = Self.texts(within: indent)
    let differences = try await Ruff.differences(in: texts)
    for (index, difference) in differences.sorted(by: { $0.key < $1.key }) {
      Issue.record("\(index < 0 ? "all" : PythonShape.all[index].testDescription):\n\(difference)")
    }
    #expect(try await Ruff.syntaxErrors(in: texts).isEmpty)
  }

  @Test func `the linter finds nothing in ordinary code`() async throws {
    let texts = PythonShape.all.map { shape in
      PythonFile(documentation: "Text.", [.function(PythonFunction("outer", isAsync: true, body: [shape.make("some_name")]))])
        .printed().text
    }
    // F821 and the like are not asked for: the shapes name what nobody declares. E731: one shape assigns a lambda.
    let findings = try await Ruff.findings(in: texts, rules: ["I", "E", "W", "Q", "COM", "UP"], ignoring: ["COM812", "E731"])
    for (index, finding) in findings { Issue.record("\(index < 0 ? "all" : PythonShape.all[index].testDescription): \(finding)") }
  }
}
