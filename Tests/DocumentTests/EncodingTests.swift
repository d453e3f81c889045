import SpecDiagnostics
import SpecDocuments
import SpecSource
import Testing

@Suite("Encoding")
struct EncodingTests {
  @Test(
    "bad UTF-8 is told at its first byte",
    arguments: [
      ([0x61, 0x3A, 0x20, 0xE9, 0x0A], 3), ([0x61, 0x3A, 0x0A, 0x20, 0xC3], 4), ([0x80], 0), ([0xC0, 0x80], 0),
      ([0x61, 0xED, 0xA0, 0x80], 1),
      ([0xF4, 0x90, 0x80, 0x80], 0), ([0xEF, 0xBB, 0xBF, 0xFF], 3), ([0x61, 0x00, 0x62], 1), ([0x61, 0x62, 0x63, 0x64, 0x00], 4),
    ] as [([UInt8], UInt32)], ["a.yaml", "a.json"])
  func invalid(input: ([UInt8], UInt32), path: String) {
    let result = read(input.0, as: path)
    #expect(result.document == nil)
    #expect(result.diagnostics.map(\.code) == [.sourceEncoding])
    #expect(result.diagnostics.first?.range?.start == input.1)
  }

  @Test("the line and column of a bad byte count characters")
  func position() {
    let result = read(Array("a: 1\né: ü".utf8) + [0xFF], as: "a.yaml")
    let place = result.diagnostics.first?.range.map { result.sources.start(of: $0) }
    #expect(place?.line == 2)
    #expect(place?.column == 5)
  }

  @Test(
    "other Unicode encodings are named",
    arguments: [
      ([0xFF, 0xFE, 0x61, 0x00], "UTF-16 (little-endian)"), ([0xFE, 0xFF, 0x00, 0x61], "UTF-16 (big-endian)"),
      ([0x7B, 0x00, 0x7D, 0x00], "UTF-16 (little-endian)"),
      ([0x00, 0x7B, 0x00, 0x7D], "UTF-16 (big-endian)"), ([0x00, 0x00, 0xFE, 0xFF], "UTF-32"),
      ([0xFF, 0xFE, 0x00, 0x00], "UTF-32"), ([0x7B, 0x00, 0x00, 0x00], "UTF-32"),
    ] as [([UInt8], String)], ["a.yaml", "a.json"])
  func foreign(input: ([UInt8], String), path: String) {
    let result = read(input.0, as: path)
    #expect(result.document == nil)
    #expect(result.diagnostics.map(\.message) == ["the file is encoded as \(input.1), and only UTF-8 is read"])
  }

  @Test(
    "the format goes by the extension, then by the first character",
    arguments: [
      ("a.json", "a: 1", .jsonSyntax), ("a.JSON", "a: 1", .jsonSyntax), ("a.yaml", "{a: 1}", nil), ("a.YML", "[a]", nil),
      ("a", " \n{a: 1}", .jsonSyntax),
      ("a", "\u{FEFF}[a]", .jsonSyntax), ("a", "a: 1", nil), ("a.txt", "- a", nil),
    ] as [(String, String, DiagnosticCode?)])
  func format(path: String, text: String, code: DiagnosticCode?) {
    #expect(read(text, as: path).diagnostics.first?.code == code)
  }
}
