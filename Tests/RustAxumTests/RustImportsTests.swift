import Foundation
import Testing

@testable import RustAxumAdapter

struct RustImportsTests {
  private func uses(_ symbols: [RustSymbol], traits: [RustSymbol] = [], items: [RustItem] = []) -> String {
    let alias = symbols.enumerated().map { RustItem.alias(RustAlias("Alias\($0)", .named($1))) }
    return RustFile(traits: traits, items + alias).printed().text.components(separatedBy: "\n\ntype Alias0")[0]
  }

  @Test func `imports are merged by crate, in three groups`() {
    let symbols: [RustSymbol] = [
      .of("axum", name: "Json"), .own("state", name: "AppState"), .of("axum", "http", name: "StatusCode"),
      .std("collections", name: "BTreeMap"), .of("axum", "http", "header", name: "LOCATION"), .of("serde", name: "Serialize"),
    ]
    #expect(
      uses(symbols)
        == """
        use std::collections::BTreeMap;

        use axum::{
            Json,
            http::{StatusCode, header::LOCATION},
        };
        use serde::Serialize;

        use crate::state::AppState;
        """)
  }

  @Test func `a module that is imported with things in it`() {
    #expect(uses([.std(name: "fmt"), .std("fmt", name: "Display")]) == "use std::fmt::{self, Display};")
    #expect(uses([.std("fmt", name: "Display"), .std(name: "fmt")]) == "use std::fmt::{self, Display};")
  }

  @Test func `who comes second is written by its whole path`() {
    let text = RustFile([
      .alias(RustAlias("A", .named(.of("axum", name: "Json")))), .alias(RustAlias("B", .named(.own("extract", name: "Json")))),
      .alias(RustAlias("C", .named(.std("fmt", name: "Result")))),
    ]).printed().text
    #expect(text == "use axum::Json;\n\ntype A = Json;\ntype B = crate::extract::Json;\ntype C = std::fmt::Result;\n")
  }

  @Test func `an item of the file keeps its name`() {
    let text = RustFile([.structure(RustStruct("User", .unit)), .alias(RustAlias("Row", .named(.own("db", name: "User"))))])
    #expect(text.printed().text == "pub struct User;\n\ntype Row = crate::db::User;\n")
  }

  @Test func `crates are collected in order of first use`() {
    let file = RustFile([
      .function(RustFunction("f", body: [.expr(.call(RustPath(.of("sqlx", name: "query").qualified)))])),
      .alias(RustAlias("A", .named(.of("axum", name: "Json")))),
    ])
    #expect(file.printed().crates == ["sqlx", "axum"])
    #expect(RustCrate.named("regex")?.manifestLine == "regex = \"1\"")
    #expect(
      RustCrate.named("tower_http")?.manifestLine
        == #"tower-http = { version = "0.6", features = ["catch-panic", "cors", "set-header", "trace", "util"] }"#)
  }

  @Test(arguments: [
    ("v2", "v10"), ("Map", "from"), ("_a", "a"), ("a_b", "ab"), ("x86", "x86_64"), ("v01", "v1"), ("r#type", "value"),
    ("AAA1A", "AAAAA"),
  ])
  func `names are sorted as the style guide says`(_ first: String, _ second: String) {
    #expect(RustOrder.precedes(first, second))
    #expect(!RustOrder.precedes(second, first))
  }

  @Test func `modules are declared in the order of their bytes`() {
    let names = ["x", "x10", "x2", "x_a", "xa", "r#type", "tz"]
    let file = RustFile(names.reversed().map { .module(RustModule($0, .public)) })
    let sorted = ["r#type", "tz", "x", "x10", "x2", "x_a", "xa"]
    #expect(file.printed().text == sorted.map { "pub mod \($0);\n" }.joined())
  }

  @Test(arguments: [
    ("Users", "users"), ("mod", "mod_"), ("type", "r#type"), ("../../etc", "etc"), ("", "value"),
    (String(repeating: "long", count: 90), String(repeating: "long", count: 25)),
    (String(repeating: "word ", count: 90), String(repeating: "word_", count: 19) + "word"),
  ])
  func `modules are files of their own`(_ name: String, _ expected: String) { #expect(RustNames.module(name) == expected) }

  @Test(arguments: [
    ("createdAt", "created_at"), ("type", "r#type"), ("gen", "r#gen"), ("self", "self_"), ("2fa", "value_2fa"), ("", "value"),
    ("super", "super_"), ("try", "r#try"),
  ])
  func `values are named in snake case`(_ name: String, _ expected: String) { #expect(RustNames.value(name) == expected) }

  @Test(arguments: [
    ("user list", "UserList"), ("Result", "ResultModel"), ("self", "SelfModel"), ("option", "OptionModel"), ("2fa", "Value2fa"),
  ])
  func `types do not hide the prelude`(_ name: String, _ expected: String) { #expect(RustNames.type(name) == expected) }
}
