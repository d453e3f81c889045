import Testing

@testable import PythonFastAPIAdapter

struct PythonImportsTests {
  private func check(
    _ symbols: [PythonSymbol], _ expected: String, module: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let file = PythonFile(module: module, symbols.map { .expression(.name($0)) })
    #expect(file.printed().text == expected, sourceLocation: sourceLocation)
  }

  @Test func `sections are standard library, others, own`() {
    check(
      [.own("shop.models", "User"), .of("fastapi", "fastapi", "Depends"), .std("typing", "Any")],
      "from typing import Any\n\nfrom fastapi import Depends\n\nfrom shop.models import User\n\nUser\nDepends\nAny\n")
  }

  @Test func `members stand as constants, classes, functions`() {
    check(
      [.std("typing", "cast"), .std("typing", "TYPE_CHECKING"), .std("typing", "Any"), .std("typing", "cast")],
      "from typing import TYPE_CHECKING, Any, cast\n\ncast\nTYPE_CHECKING\nAny\ncast\n")
  }

  @Test func `a qualified symbol imports its module`() {
    check(
      [
        PythonSymbol.std("asyncio", "timeout").qualified(),
        PythonSymbol.of("sqlalchemy", "sqlalchemy", "select").qualified(as: "sa"),
      ],
      "import asyncio\n\nimport sqlalchemy as sa\n\nasyncio.timeout\nsa.select\n")
  }

  @Test func `who comes second gets another name`() {
    check(
      [.own("shop.models", "User"), .own("shop.rows", "User")],
      "from shop.models import User\nfrom shop.rows import User as RowsUser\n\nUser\nRowsUser\n")
  }

  @Test func `what the file declares needs no import, and keeps its name`() {
    let type = PythonClass("User", body: [])
    let file = PythonFile(
      module: "shop.models",
      [.class(type), .expression(.name(.own("shop.models", "User"))), .expression(.name(.own("shop.rows", "User")))])
    #expect(
      file.printed().text
        == "from .rows import User as RowsUser\n\n\nclass User:\n    pass\n\n\nUser\nRowsUser\n")
  }

  @Test func `distributions are collected in order of first use`() {
    let file = PythonFile([
      .expression(.name(.of("pydantic-settings", "pydantic_settings", "BaseSettings"))),
      .expression(.name(.of("fastapi", "fastapi", "FastAPI"))),
    ])
    #expect(file.printed().distributions == ["pydantic-settings", "fastapi"])
  }

  @Test func `many members stand one per line`() {
    let symbols = (1...12).map { PythonSymbol.own("shop.models", "SomeRatherLongName\($0)") }
    let text = PythonFile(symbols.map { .expression(.name($0)) }).printed().text
    #expect(text.hasPrefix("from shop.models import (\n    SomeRatherLongName1,\n    SomeRatherLongName2,\n"))
    #expect(text.contains("    SomeRatherLongName12,\n)\n\n"))
  }
}
