import SpecIR
import SpecLowering
import Testing

@Suite("Patterns")
struct PatternTests {
  @Test(
    "are written in the syntax that all engines share",
    arguments: [
      ("^[a-z0-9-]+$", "^[\\-0-9a-z]+$"),
      ("^\\d{3}-\\d{4}$", "^[0-9]{3}-[0-9]{4}$"),
      ("\\w+", "[0-9A-Z_a-z]+"),
      ("\\D", "[^0-9]"),
      ("[\\s\\S]*", "(?s:.)*"),
      ("[^]", "(?s:.)"),
      (".", "[^\\n\\r\u{2028}\u{2029}]"),
      ("\\s", "[\\t-\\r \\xA0\u{1680}\u{2000}-\u{200A}\u{2028}\u{2029}\u{202F}\u{205F}\u{3000}\u{FEFF}]"),
      ("a|bc|", "a|bc|"),
      ("(a)(?:b)(?<n>c)", "abc"),
      ("(a|b)c", "(?:a|b)c"),
      ("(ab)+?", "(?:ab)+"),
      ("a{2}b{2,}c{2,4}d{1}", "a{2}b{2,}c{2,4}d"),
      ("x{0,2500}", "x{0,1000}x{0,1000}x{0,500}"),
      ("x{1500,}", "x{1000}x{500,}"),
      ("x{1500,1800}", "x{1000}x{500,800}"),
      ("a{,2}", "a\\{,2\\}"),
      ("\\/path\\-x", "/path-x"),
      ("[.]", "\\."),
      ("[\\w.-]", "[\\-.0-9A-Z_a-z]"),
      ("[a\\]b]", "[\\]ab]"),
      ("[\\w-x]", "[\\-0-9A-Z_a-z]"),
      ("\\u0041\\u{1F600}\\uD83D\\uDE00\\x42\\cJ", "A😀😀B\\n"),
      ("[\\b]\\0", "\\x08\\x00"),
      ("^[\\p{L}\\p{N}_]$", "^[_\\p{L}\\p{N}]$"),
      ("[^\\p{Lu}a]", "[^a\\p{Lu}]"),
      ("\\P{L}", "[\\P{L}]"),
      ("[\\P{M}\\p{M}]", "(?s:.)"),
      ("\\p{ASCII}", "[\\x00-\\x7F]"),
      ("ab]}", "ab\\]\\}"),
      ("é", "é"),
    ])
  func translated(_ source: String, _ portable: String) throws {
    let pattern = try #require(try PatternTranslation.translate(source).get())
    #expect(pattern.portable == portable)
    #expect(pattern.source == source)
  }

  @Test("that say nothing are none", arguments: ["", "()", "(?:)"])
  func empty(_ source: String) throws {
    #expect(try PatternTranslation.translate(source).get() == nil)
  }

  @Test(
    "are refused where engines differ",
    arguments: [
      ("^(?!\\d+$)\\w+", "uses look-around, which engines of linear time do not have"),
      ("(?<=a)b", "uses look-around, which engines of linear time do not have"),
      ("(a)\\1", "uses a back reference, which engines of linear time do not have"),
      ("\\bword\\b", "uses a word boundary, which engines define differently"),
      ("(?i)abc", "sets flags inside the pattern, which ECMA-262 does not have"),
      ("/^abc$/", "is written with delimiters, which would be matched as slashes"),
      ("[]", "has a class that no character is in"),
      ("[\\uD800-\\uDFFF]", "has the escape “\\ud800”, which ECMA-262 does not have"),
      ("\\Aabc\\Z", "has the escape “\\A”, which ECMA-262 does not have"),
      ("\\p{Greek}", "asks for the Unicode property “Greek”; only general categories are known"),
      ("(abc", "cannot be read: “(” without “)”"),
      ("abc)", "cannot be read: “)” without “(”"),
      ("[abc", "cannot be read: “[” without “]”"),
      ("*a", "cannot be read: nothing to repeat before “*”"),
      ("{2}", "cannot be read: nothing to repeat before a “{”"),
      ("a**", "cannot be read: a quantifier follows a quantifier"),
      ("^*", "cannot be read: an anchor cannot be repeated"),
      ("[z-a]", "cannot be read: a range of a class is out of order"),
      ("a{3,2}", "cannot be read: the numbers of a quantifier are out of order"),
      ("a\\", "cannot be read: it ends with a backslash"),
      ("(x{1,1000}){1,1000}", "is too large"),
      ("a{99999999999999999999}", "is too large"),
      (String(repeating: "(", count: 300), "is too large"),
    ])
  func refused(_ source: String, _ reason: String) {
    switch PatternTranslation.translate(source) {
    case .success(let pattern): Issue.record("translated to \(pattern?.portable ?? "nothing")")
    case .failure(let refusal): #expect(refusal.reason == reason)
    }
  }
}
