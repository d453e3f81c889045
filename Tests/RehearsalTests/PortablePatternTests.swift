import SpecIR
import Testing

@testable import SpecRehearsal

/// Patterns that examples are made from.
struct PortablePatternTests {
  private func read(_ text: String) -> PortablePattern? { PortablePattern(Pattern(source: text, portable: text)) }

  @Test(arguments: [
    ("^[a-z]+$", "abc", true), ("^[a-z]+$", "", false), ("^[a-z]+$", "aB", false),
    ("[0-9]", "x7y", true), ("[0-9]", "xy", false),
    ("^[0-9]{3}-[0-9]{2}$", "123-45", true), ("^[0-9]{3}-[0-9]{2}$", "123-456", false),
    ("^a?b*$", "bbb", true), ("^a?b*$", "aab", false), ("^a{2,}$", "a", false), ("^a{2,}$", "aaa", true),
    (#"^[^\x00]*$"#, "a b", true), (#"^[^\x00]*$"#, "a\u{0}b", false), (#"^\d\.\d$"#, "1.2", true), (#"^\d\.\d$"#, "1x2", false),
    ("^.$", "\n", false), ("", "anything", true), ("^[a\\-z]$", "-", true), ("^a+a+a+$", "aa", false),
    ("^(0|[1-9][0-9]*)$", "0", true), ("^(0|[1-9][0-9]*)$", "10", true), ("^(0|[1-9][0-9]*)$", "01", false),
    (#"^\d{1,3}(\.\d{1,2})?$"#, "1.25", true), (#"^\d{1,3}(\.\d{1,2})?$"#, "1.", false), (#"^\d{1,3}(\.\d{1,2})?$"#, "1.255", false),
    ("^[a-z]+(?:-[a-z]+)*$", "a-bc-d", true), ("^[a-z]+(?:-[a-z]+)*$", "a--d", false), ("^(ab|cd){2}$", "abcd", true),
    ("^(ab|cd){2}$", "ab", false), ("^(a?){3}$", "aa", true), ("^(a?){3}$", "aaaa", false), ("^(a|)b$", "b", true),
    ("^(a*)*$", "aab", false), ("^((a|b)c)+$", "acbc", true),
  ])
  func `texts match or do not`(_ source: String, _ text: String, _ expected: Bool) {
    #expect(read(source)?.matches(text) == expected)
  }

  @Test(arguments: ["a|b", "(?=x)", "(a", "a)", "(^a)", "(a|b$)", "(((a)))", "(a)\\1", "[a[b]]", "a{2001}", "[z-a]", "[a", "*", "\\", "\\p{L}", "a{1,x}"])
  func `what is not plain is not read`(_ source: String) { #expect(read(source).map { _ in true } == nil) }

  @Test(arguments: ["^[A-Z]{3}$", "^[0-9]{3}-[0-9]{10}$", "^[^a]+$", "^x*$", "[0-9]", #"^\w+@\w+$"#, "^(0|1)[a-c]*$"], [0, 4])
  func `examples match their own pattern`(_ source: String, _ minLength: Int) throws {
    let pattern = try #require(read(source))
    guard let example = pattern.example(minLength: minLength) else { return #expect(source == "^[A-Z]{3}$") }
    #expect(pattern.matches(example) == true)
    #expect(example.unicodeScalars.count >= minLength)
  }

  @Test func `a pattern that makes others slow is checked at once`() throws {
    let slow = try #require(read("^" + String(repeating: "a*", count: 30) + "b$"))
    #expect(slow.matches(String(repeating: "a", count: 300)) == false)
    let nested = try #require(read("^((a*b?)*c?)*d$"))
    #expect(nested.matches(String(repeating: "ab", count: 100)) == false)
    #expect(nested.matches(String(repeating: "ab", count: 101)) == nil)
  }
}
