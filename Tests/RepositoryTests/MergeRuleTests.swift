import Testing

@testable import SpecRepository

@Suite struct MergeRuleTests {
  private static func entry(_ text: String, _ kind: TreeEntry.Kind = .file) -> TreeEntry {
    // Any three different names will do.
    let digits = ContentDigest(of: text.utf8).description.dropFirst(7).prefix(40)
    return TreeEntry(id: ObjectID(hexadecimal: String(digits))!, kind: kind)
  }
  private static let a = entry("a")
  private static let b = entry("b")
  private static let c = entry("c")

  @Test(arguments: [
    // ancestor, ours, theirs, verdict
    (nil, nil, a, .take(a)), (a, a, b, .take(b)), (a, a, nil, .take(nil)), (a, b, a, .keep), (a, nil, a, .keep),
    (a, b, b, .keep), (a, nil, nil, .keep), (nil, a, a, .keep), (a, nil, b, .delete), (a, b, nil, .keepEdited(b)),
    (a, b, c, .combine(ours: b, theirs: c)), (nil, a, b, .combine(ours: a, theirs: b)),
  ] as [(TreeEntry?, TreeEntry?, TreeEntry?, MergeVerdict)])
  func `the generator changes the user's tree`(
    ancestor: TreeEntry?, ours: TreeEntry?, theirs: TreeEntry?, verdict: MergeVerdict
  ) {
    #expect(MergeVerdict(ancestor: ancestor, ours: ours, theirs: theirs, source: .generator, generated: nil) == verdict)
  }

  @Test(arguments: [
    // ancestor, ours, theirs, generated, verdict
    (a, nil, b, a, .delete), (a, nil, b, nil, .keepEdited(b)), (a, b, nil, b, .delete), (a, c, nil, b, .keepEdited(c)),
    (a, c, nil, nil, .keepEdited(c)), (a, a, nil, b, .take(nil)),
  ] as [(TreeEntry?, TreeEntry?, TreeEntry?, TreeEntry?, MergeVerdict)])
  func `the base changes a review`(
    ancestor: TreeEntry?, ours: TreeEntry?, theirs: TreeEntry?, generated: TreeEntry?, verdict: MergeVerdict
  ) {
    let source = MergeSource.base(generated: Self.a.id)
    #expect(MergeVerdict(ancestor: ancestor, ours: ours, theirs: theirs, source: source, generated: generated) == verdict)
  }

  private func merge(_ ancestor: String?, _ ours: String, _ theirs: String) throws -> MergedText? {
    try LibGit2.start()
    return try mergeText(
      ancestor: ancestor.map { Array($0.utf8) }, ours: Array(ours.utf8), theirs: Array(theirs.utf8),
      labels: MergeLabels(ancestor: "A", ours: "O", theirs: "T"))
  }

  @Test(arguments: [
    ("1\n2\n3\n4\n5\n", "x\n2\n3\n4\n5\n", "1\n2\n3\n4\ny\n", "x\n2\n3\n4\ny\n"),
    ("1\n", "1\n2\n", "1\n2\n", "1\n2\n"),
    ("1\r\n2\r\n3\r\n4\r\n", "x\r\n2\r\n3\r\n4\r\n", "1\r\n2\r\n3\r\ny\r\n", "x\r\n2\r\n3\r\ny\r\n"),
    (nil, "same\n", "same\n", "same\n"), ("a\nb\nc\nd", "a\nb\nc\nd\n", "x\nb\nc\nd", "x\nb\nc\nd\n"),
  ] as [(String?, String, String, String)])
  func `lines that do not meet merge`(ancestor: String?, ours: String, theirs: String, merged: String) throws {
    #expect(try merge(ancestor, ours, theirs) == MergedText(bytes: Array(merged.utf8), hasConflicts: false))
  }

  @Test(arguments: [
    ("1\n", "2\n", "3\n", "<<<<<<< O\n2\n||||||| A\n1\n=======\n3\n>>>>>>> T\n"),
    (nil, "", "3\n", nil), ("1", "2", "3", "<<<<<<< O\n2\n||||||| A\n1\n=======\n3\n>>>>>>> T\n"),
    ("1\n", "", "3\n", "<<<<<<< O\n||||||| A\n1\n=======\n3\n>>>>>>> T\n"),
  ] as [(String?, String, String, String?)])
  func `lines that meet stand between markers`(ancestor: String?, ours: String, theirs: String, merged: String?) throws {
    let result = try #require(try merge(ancestor, ours, theirs))
    #expect(result.hasConflicts == (merged != nil))
    if let merged { #expect(String(decoding: result.bytes, as: UTF8.self) == merged) }
  }

  @Test func `a file with a zero byte is binary`() throws {
    #expect(try merge("a\u{0}", "b", "c") == nil)
    #expect(try merge(nil, "b", "c\u{0}") == nil)
  }

  @Test func `paths sort folder by folder and print on one line`() {
    let sorted = ["a", "a/b", "a/b/c", "a.b", "ab"].map { TreePath($0.utf8) }
    #expect(sorted.reversed().sorted() == sorted)
    #expect(TreePath("a/b/c".utf8).parents.map(\.description) == ["a", "a/b"])
    #expect(TreePath("a\nb".utf8).description == "\"a\\nb\"")
    #expect(TreePath([0x66, 0xFF]).description == "\"f\u{FFFD}\"")
    #expect(TreePath("a/b".utf8).relative(to: TreePath("a".utf8)) == TreePath("b".utf8))
    #expect(TreePath("ab/c".utf8).relative(to: TreePath("a".utf8)) == nil)
    #expect(TreePath("a".utf8).relative(to: TreePath("a".utf8)) == nil)
  }
}
