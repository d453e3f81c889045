import SpecWriting
import Testing

@Suite("JSON text")
struct JSONWriterTests {
  @Test(
    "a string is one line that reads as it is stored",
    arguments: [
      ("plain ß 名前", "plain ß 名前"), (#"" \ /"#, #"\" \\ /"#),
      ("a\nb\r\tc", #"a\nb\r\tc"#), ("\0\u{7}\u{1f} \u{7f}", #"\u0000\u0007\u001f \u007f"#),
      ("\u{2028}\u{2029}", #"\u2028\u2029"#), ("\u{202a}a\u{202e}b\u{2066}c\u{2069}", #"\u202aa\u202eb\u2066c\u2069"#),
      ("\u{202f}\u{2065}\u{206a}", "\u{202f}\u{2065}\u{206a}"),
    ])
  func quoting(text: String, expected: String) {
    var quoted = ""
    JSONWriter.quote(text, into: &quoted)
    #expect(quoted == "\"\(expected)\"")
  }
}
