import Testing

@testable import RustAxumAdapter

/// Statements and expressions as text; each line of the table is one rule.
struct RustSyntaxTests {
  private func spelled(_ statements: RustStatement...) -> String {
    RustFile([.function(RustFunction("f", body: RustBlock(statements)))]).printed().text
  }

  private func expect(_ expression: RustExpr, _ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(spelled(.tail(expression)) == "fn f() {\n    \(text)\n}\n", sourceLocation: sourceLocation)
  }

  @Test func `precedence sets the parentheses`() {
    let sum: RustExpr = ("a" as RustExpr).binary(.add, "b")
    expect(sum.binary(.multiply, "c"), "(a + b) * c")
    expect(("c" as RustExpr).binary(.subtract, sum), "c - (a + b)")
    expect(sum.call("abs"), "(a + b).abs()")
    expect(.ref(sum), "&(a + b)")
    expect(.not("a" == "b"), "!(a == b)")
    expect(.integer(-1).call("abs"), "(-1).abs()")
    expect(("a" as RustExpr).cast(to: .i64).binary(.less, "b"), "(a as i64) < b")
    expect(("f" as RustExpr).field("handler")("x"), "(f.handler)(x)")
    expect(.closure(["x"], "x")("y"), "(|x| x)(y)")
    expect(.dereference(.ref("a")), "*&a")
    expect((("a" as RustExpr) == "b").binary(.equal, "c"), "(a == b) == c")
  }

  @Test func `a struct literal in a condition is put in parentheses`() {
    let user = RustExpr.structure("User", ["id"])
    expect(.match(user) { RustArm("_", .unit) }, "match (User { id }) {\n        _ => (),\n    }")
    expect(
      .if("a" == user) { RustExpr.call("f") }, "if (a == User { id }) {\n        f()\n    }")
  }

  @Test func `text of an input stays a literal`() {
    expect(.string("a\"b\\\n\u{202E}\u{1F600}é"), #""a\"b\\\n\u{202e}\u{1f600}é""#)
    expect(.literal(.character("'")), #"'\''"#)
    expect(.rawString("say \"hi\"#"), "r##\"say \"hi\"#\"##")
    expect(.literal(.byteString([0, 0x22, 0x61])), #"b"\x00\"a""#)
    expect(.integer(9_007_199_254_740_991), "9_007_199_254_740_991")
    expect(.integer(1234, suffix: "i64"), "1234i64")
    #expect(RustLiteral.float(.infinity) == nil)
    #expect(RustLiteral.float(3)?.token == "3.0")
  }

  @Test func `comments end with their line, whatever they hold`() {
    #expect(
      spelled(.comment("one */ two\r}\u{2028}fn evil() {}"), .expr(.call("g")))
        == "fn f() {\n    // one */ two\n    // }\n    // fn evil() {}\n    g();\n}\n")
  }

  @Test func `short arguments stay on the line, long ones take one each`() {
    expect(.call("f", "a", "b"), "f(a, b)")
    let name = RustExpr(stringLiteral: String(repeating: "x", count: 30))
    expect(.call("f", name, name), "f(\n        \(text(name)),\n        \(text(name)),\n    )")
  }

  private func text(_ expression: RustExpr) -> String { String(repeating: "x", count: 30) }

  @Test func `a chain breaks at its dots beyond sixty columns`() {
    let query = RustExpr.call(RustPath(.of("sqlx", name: "query").qualified), .string("DELETE FROM users WHERE id = $1"))
    expect(
      query.call("bind", "id").call("execute", "executor").await.try,
      """
      sqlx::query("DELETE FROM users WHERE id = $1")
              .bind(id)
              .execute(executor)
              .await?
      """)
  }

  @Test func `folded strings stand below their first letter`() {
    expect(
      .call("query_as", .literal(.folded(["SELECT id ", "FROM users"]))),
      """
      query_as(
              "SELECT id \\
               FROM users",
          )
      """)
    expect(.literal(.folded(["a", " b"])), "\"a b\"")
  }

  @Test func `let else, closures and async blocks`() {
    #expect(
      spelled(
        .let(.some("x"), "y") { RustExpr.return().asStatement },
        .expr(.call("spawn", .asyncBlock { RustStatement.expr(RustExpr.call("g").await) })),
        .tail(("v" as RustExpr).call("map", .closure(["x"], ("x" as RustExpr).call("g")))))
        == """
        fn f() {
            let Some(x) = y else {
                return;
            };
            spawn(async move {
                g().await;
            });
            v.map(|x| x.g())
        }

        """)
  }

  @Test func `generic functions keep their bounds in a where clause`() {
    let function = RustFunction(
      "count",
      generics: RustGenerics(
        [.lifetime("e"), .type("E")], where: [.init("E", [.trait(RustPath("Executor", generics: [.lifetime("e")]))])]),
      [.init("executor", "E")], returns: .result(.i64, "Error"), .public, isAsync: true, documentation: "Counts."
    ) { RustExpr.ok(.integer(0)) }
    #expect(
      RustFile([.function(function)]).printed().text
        == """
        /// Counts.
        pub async fn count<'e, E>(executor: E) -> Result<i64, Error>
        where
            E: Executor<'e>,
        {
            Ok(0)
        }

        """)
  }

  @Test func `nested calls are tried once in each place`() {
    var value: RustExpr = "x"
    for _ in 0..<60 { value = .call("wrap", value, .string("0123456789012345678901234567890123456789")) }
    #expect(spelled(.tail(value)).count > 60)
  }
}

extension RustExpr {
  var asStatement: RustStatement { .expr(self) }
}
