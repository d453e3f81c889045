import SpecDocuments
import SpecSource
import Testing

@Suite("Places of nodes")
struct PositionTests {
  /// Expects the node at a pointer (a key, where the pointer ends with `#`) to reach from the first marker to the second.
  private func check(_ text: String, as path: String, _ pointer: String, sourceLocation: SourceLocation = #_sourceLocation) throws
  {
    let marked = MarkedText(text)
    let result = read(marked.bytes, as: path)
    let root = try #require(result.document, sourceLocation: sourceLocation).root
    let wantsKey = pointer.hasSuffix("#")
    var way = try #require(JSONPointer(wantsKey ? String(pointer.dropLast()) : pointer), sourceLocation: sourceLocation)
    var node: Node?
    if wantsKey {
      let key = way.tokens.removeLast()
      node = root.resolve(way)?.entry(key)?.key
    } else {
      node = root.resolve(way)
    }
    let range = try #require(node, sourceLocation: sourceLocation).range
    #expect([Int(range.start), Int(range.end)] == [marked.offsets["1️⃣"], marked.offsets["2️⃣"]], sourceLocation: sourceLocation)
  }

  @Test("YAML")
  func yaml() throws {
    try check("é: 1️⃣ü2️⃣\n", as: "a.yaml", "/é")
    try check("a: 1\n1️⃣é😀2️⃣: ü\n", as: "a.yaml", "/é😀#")
    try check("a: 1️⃣'x'2️⃣ # c\n", as: "a.yaml", "/a")
    try check("a: 1️⃣\"é\\u00e9\"2️⃣\n", as: "a.yaml", "/a")
    try check("a:\n  1️⃣b: 1\n  c: é2️⃣\n\n# x\nd: 1\n", as: "a.yaml", "/a")
    try check("a:\n  1️⃣- 1\n  - [x, é]2️⃣\n\nd: 1\n", as: "a.yaml", "/a")
    try check("a: 1️⃣{b: 1, c: [é]\n}2️⃣\n", as: "a.yaml", "/a")
    try check("a: 1️⃣|\n  é\n\n  x2️⃣\n\n\nb: 1\n", as: "a.yaml", "/a")
    try check("a:1️⃣2️⃣ \nb: 1\n", as: "a.yaml", "/a")
    try check("\u{FEFF}1️⃣a2️⃣: 1\r\n", as: "a.yaml", "/a#")
    try check("x: é\r\ny: 1️⃣z2️⃣\r\n", as: "a.yaml", "/y")
    try check("x: é\ry: 1️⃣z2️⃣\r", as: "a.yaml", "/y")
    try check("x: é\u{85}y: 1️⃣z2️⃣\n", as: "a.yaml", "/y")
    try check("x: 1️⃣&a !!str 12️⃣\n", as: "a.yaml", "/x")
    try check("x: 1️⃣&a [é]2️⃣\ny: *a\n", as: "a.yaml", "/y")
    try check("1️⃣a: [x]\nb: 1\nc:2️⃣\n", as: "a.yaml", "")
    try check("[{? é : 1️⃣x2️⃣}, 1]", as: "a.yaml", "/0/é")
    try check("a: 1️⃣x\n\n  é2️⃣\nb: 1", as: "a.yaml", "/a")
  }

  @Test("JSON")
  func json() throws {
    try check(#"{"é": 1️⃣"ü"2️⃣}"#, as: "a.json", "/é")
    try check(#"{"a": 1, 1️⃣"é\n"2️⃣: "ü"}"#, as: "a.json", "/é\n#")
    try check(#"{"a": 1️⃣[1, {}]2️⃣ }"#, as: "a.json", "/a")
    try check("\u{FEFF} 1️⃣{\r\n \"a\": 1e3}2️⃣\n", as: "a.json", "")
    try check("{\"é\":1️⃣-1.5e32️⃣}", as: "a.json", "/é")
  }

  @Test("lines and columns count from 1, columns in characters")
  func lineAndColumn() throws {
    let result = read("info:\r\n  \"tï\": [é, x]\r\n", as: "a.yaml")
    let item = try #require(result.document?.root["info"]?["tï"]?.items[1])
    let place = result.sources.start(of: item.range)
    #expect(place.line == 2)
    #expect(place.column == 13)
  }
}
