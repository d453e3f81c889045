import Testing

@testable import SpecWriting

struct LiteralTextTests {
  @Test(arguments: [("1", "1"), ("1234", "1234"), ("12345", "12_345"), ("123456", "123_456"), ("1234567", "1_234_567")])
  func `digits are grouped from five on`(_ digits: String, _ expected: String) {
    #expect(LiteralText.grouped(digits) == expected)
  }

  @Test func `numbers in base 16`() {
    #expect(LiteralText.hex(0x202E) == "202e")
    #expect(LiteralText.hex(7, digits: 4) == "0007")
    #expect(LiteralText.hex(0x12345, digits: 4) == "12345")
  }

  @Test func `plain columns are letters and signs of one column`() {
    let plain = "aZ~ é\u{3B1}\u{434}".unicodeScalars.filter(\.isPlainColumn)
    #expect(plain.count == 7)
    let others = "\u{AD}\u{202E}\u{300}\u{4E00}\u{1F600}\n".unicodeScalars.filter(\.isPlainColumn)
    #expect(others.isEmpty)
  }
}
