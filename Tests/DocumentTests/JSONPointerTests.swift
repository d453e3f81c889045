import SpecDocuments
import SpecSource
import Testing

@Suite("JSON pointers")
struct JSONPointerTests {
  /// The document and the pointers of RFC 6901 §5 and §6.
  private let example =
    #"{"foo": ["bar", "baz"], "": 0, "a/b": 1, "c%d": 2, "e^f": 3, "g|h": 4, "i\\j": 5, "k\"l": 6, " ": 7, "m~n": 8}"#

  @Test(
    "the examples of RFC 6901",
    arguments: [
      ("/foo/0", "/foo/0", "bar"), ("/", "/", "0"), ("/a~1b", "/a~1b", "1"), ("/c%d", "/c%25d", "2"), ("/e^f", "/e%5Ef", "3"),
      ("/g|h", "/g%7Ch", "4"),
      ("/i\\j", "/i%5Cj", "5"), ("/k\"l", "/k%22l", "6"), ("/ ", "/%20", "7"), ("/m~0n", "/m~0n", "8"),
    ])
  func resolve(text: String, fragment: String, value: String) throws {
    let root = try sound(example, as: "a.json")
    let pointer = try #require(JSONPointer(text))
    #expect(root.resolve(pointer)?.text == value)
    #expect(JSONPointer(fragment: fragment) == pointer)
    #expect(pointer.description == text)
  }

  @Test("the empty pointer is the node itself")
  func empty() throws {
    let root = try sound(example, as: "a.json")
    #expect(root.resolve(JSONPointer()) == root)
    #expect(JSONPointer("") == JSONPointer())
  }

  @Test("no pointers", arguments: ["foo", "/~", "/~2", "/a~", "a/b"])
  func malformed(text: String) { #expect(JSONPointer(text) == nil) }

  @Test("no fragments", arguments: ["/%", "/%4", "/%zz", "/%ff", "/%C3"])
  func malformedFragment(text: String) { #expect(JSONPointer(fragment: text) == nil) }

  @Test(
    "places that do not exist",
    arguments: [("/foo/2", 1), ("/foo/00", 1), ("/foo/-", 1), ("/foo/x", 1), ("/foo/+1", 1), ("/foo/0/x", 2), ("/bar", 0)])
  func missing(text: String, depth: Int) throws {
    let root = try sound(example, as: "a.json")
    let pointer = try #require(JSONPointer(text))
    #expect(root.resolve(pointer) == nil)
    #expect(root.nearest(pointer).depth == depth)
  }

  @Test("appending escapes nothing twice")
  func append() {
    let pointer = JSONPointer(["paths"]).appending("/pets/{id}").appending("~").appending(3)
    #expect(pointer.description == "/paths/~1pets~1{id}/~0/3")
    #expect(JSONPointer(pointer.description) == pointer)
  }

  @Test("keys are compared byte by byte")
  func bytes() throws {
    // U+00E9 and e + U+0301 look alike and are equal as Swift strings.
    let root = try sound("{\"\u{E9}\": 1, \"e\u{301}\": 2}", as: "a.json")
    #expect(root["\u{E9}"]?.int == 1)
    #expect(root["e\u{301}"]?.int == 2)
  }
}
