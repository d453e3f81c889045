import SpecIR
import Testing

@Suite("Path templates")
struct PathTemplateTests {
  @Test(
    "literal text is spelled as requests hold it",
    arguments: [
      ("users", "users"), ("größe", "gr%C3%B6%C3%9Fe"), ("a b", "a%20b"), ("a%20b", "a%20b"), ("100%", "100%25"), ("%zz", "%25zz"),
      ("items:cancel", "items:cancel"), ("(x)='y'", "(x)='y'"), ("\"{<>}\\^`|#?[]", "%22%7B%3C%3E%7D%5C%5E%60%7C%23%3F%5B%5D"),
      ("line\n", "line%0A"), ("", ""),
    ])
  func encoding(literal: String, expected: String) { #expect(PathTemplate.encoded(literal) == expected) }
}
