import SpecWriting
import Testing

@testable import SpecRehearsal

/// What the tests of every language share.
struct ScriptTests {
  @Test(arguments: ["", "a", String(repeating: "a", count: 40), String(repeating: "a", count: 50) + "b"])
  func `short and mixed texts are written as they are`(_ text: String) { #expect(RepeatedText(text) == nil) }

  @Test func `a long text of one letter is told by its length`() {
    #expect(RepeatedText(String(repeating: "a", count: 41))?.count == 41)
    let wide = RepeatedText(String(repeating: "\u{1F600}", count: 100))
    #expect(wide?.letter == "\u{1F600}" && wide?.count == 100)
  }

  @Test func `a body that is sent twice is named once`() {
    var bodies = SharedBodies { $0.uppercased() }
    #expect(bodies.name(of: ["a": 1], for: "create") == "CREATE")
    #expect(bodies.name(of: ["a": 2], for: "create") == "CREATE2")
    #expect(bodies.name(of: ["a": 1], for: "create") == "CREATE")
    #expect(bodies.name(of: ["a": 1], for: "change") == "CHANGE")
    #expect(bodies.all.map(\.name) == ["CREATE", "CREATE2", "CHANGE"])
    #expect(bodies.all.map(\.operation) == ["create", "create", "change"])
  }
}
