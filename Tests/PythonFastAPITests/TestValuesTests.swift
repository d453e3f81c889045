import SpecIR
import SpecWriting
import Testing

@testable import PythonFastAPIAdapter

/// Requests and values in the tests of a backend.
struct TestValuesTests {
  private func text(_ value: PythonExpr) -> String { String(PythonFile([.expression(value)]).printed().text.dropLast()) }

  private func call(_ method: SpecIR.Operation.Method, _ body: TestCall.Body? = nil) -> String {
    text(TestCall(method: method, path: .string("/a"), body: body).spelled)
  }

  @Test func `only some functions of the client take a body`() {
    #expect(call(.get) == #"await client.get("/a")"#)
    #expect(call(.delete) == #"await client.delete("/a")"#)
    #expect(call(.delete, .json("BODY")) == #"await client.request("DELETE", "/a", json=BODY)"#)
    #expect(call(.patch, .json("BODY")) == #"await client.patch("/a", json=BODY)"#)
  }

  @Test func `null is a body, where the client knows none`() {
    #expect(call(.put, .value([])) == #"await client.put("/a", json=[])"#)
    #expect(
      call(.put, .value(.null)) == #"await client.put("/a", content="null", headers={"content-type": "application/json"})"#)
  }

  @Test func `what cannot be told beforehand is compared with itself`() {
    let body: JSONValue = ["id": 1, "tags": [.null, "a"], "a/b": .bool(true)]
    #expect(
      text(.json(body, found: "body", varying: ["/id", "/tags/0", "/a~1b"]))
        == #"{"id": body["id"], "tags": [body["tags"][0], "a"], "a/b": body["a/b"]}"#)
  }

  @Test(arguments: [
    ("1", "1"), ("-0", "0"), ("1.50", "1.5"), ("1e3", "1000.0"), ("123456789012345678901234567890", "123_456_789_012_345_678_901_234_567_890"),
  ])
  func `numbers keep their value`(_ literal: String, _ expected: String) throws {
    #expect(text(.json(.number(try #require(JSONNumber(literal: literal))))) == expected)
  }

  @Test func `a long text of one letter is told by its length`() {
    #expect(text(.json(.string(String(repeating: "a", count: 101)))) == #""a" * 101"#)
  }
}
