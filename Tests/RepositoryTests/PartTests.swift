import SpecRepository
import Testing

@Suite("Parts of a contract in messages and lock files")
struct PartTests {
  private func story(_ new: [String], since old: [String]?) -> CommitStory {
    CommitStory(of: new.map(part), since: old?.map(part), title: "Shop", generatorVersion: "1.2.3", inputs: [])
  }

  /// `kind name=text`.
  private func part(_ text: String) -> LockedPart {
    let halves = text.split(separator: "=", omittingEmptySubsequences: false)
    let words = halves[0].split(separator: " ", maxSplits: 1)
    return LockedPart(LockedPart.Kind(rawValue: String(words[0]))!, String(words[1]), text: String(halves[1]))
  }

  @Test("the first generation says what it is made of")
  func first() {
    let story = story(["operation GET /a=1", "operation GET /b=1", "table a=1"], since: nil)
    #expect(story.type == "feat")
    #expect(story.summary == "backend of Shop")
    #expect(story.body == ["Made of 2 operations, 1 table."])
  }

  @Test(
    "the subject names the most telling change",
    arguments: [
      (["operation GET /a=1"], ["operation GET /a=1", "operation PUT /a=1"], "feat", "add PUT /a", false),
      (["operation GET /a=1", "operation PUT /a=1"], ["operation GET /a=1"], "feat", "remove PUT /a", true),
      (["operation GET /a=1"], ["operation GET /a=2"], "feat", "change GET /a", false),
      (["operation GET /a=1", "operation GET /b=1"], ["operation GET /c=1"], "feat", "remove 2 operations, add GET /c", true),
      (["model A=1"], ["model A=2"], "feat", "change A", false),
      (["model A=1", "table a=1"], ["model A=1", "table a=1"], "chore", "regenerate with specforge 1.2.3", false),
      (["model A=1", "table a=1"], ["table a=1", "model A=1"], "chore", "regenerate with specforge 1.2.3", false),
      (["rule GET /a=1"], ["rule GET /a=2"], "feat", "change rule of GET /a", false),
      (["table a=1", "rule GET /a=1"], ["table a=2", "rule GET /a=2"], "feat", "change a", false),
      (["operation GET /a=1", "rule GET /a=1"], ["operation GET /a=1"], "chore", "regenerate with specforge 1.2.3", false),
      (["operation GET /a=1"], ["operation GET /a=1", "rule GET /a=1"], "chore", "regenerate with specforge 1.2.3", false),
    ] as [([String], [String], String, String, Bool)])
  func subjects(old: [String], new: [String], type: String, summary: String, isBreaking: Bool) {
    let story = story(new, since: old)
    #expect(story.type == type)
    #expect(story.summary == summary)
    #expect(story.isBreaking == isBreaking)
  }

  @Test("the body lists each part, by kind")
  func body() {
    let story = story(
      ["operation GET /a=2", "operation PUT /a=1", "table b=1"], since: ["operation GET /a=1", "table a=1", "error E=1"])
    #expect(
      story.body == [
        "- operation added: PUT /a", "- operation changed: GET /a", "- table added: b", "- table removed: a",
        "- error removed: E",
      ])
  }

  @Test("a rule that changed is told after what it works on, one that comes or goes with its operation is not")
  func rules() {
    let story = story(
      ["operation GET /b=1", "table a=2", "rule GET /a=2", "rule GET /b=1", "error E=2"],
      since: ["operation GET /c=1", "table a=1", "rule GET /a=1", "rule GET /c=1", "error E=1"])
    #expect(
      story.body == [
        "- operation added: GET /b", "- operation removed: GET /c", "- table changed: a", "- rule changed: GET /a",
        "- error changed: E",
      ])
    #expect(self.story(["operation GET /a=1", "rule GET /a=1"], since: nil).body == ["Made of 1 operation."])
  }

  @Test("very many changes are counted")
  func many() {
    let story = story((0..<100).map { "model M\($0)=1" }, since: [])
    #expect(story.body.count == 41)
    #expect(story.body.last == "- and 60 more models")
  }

  @Test("the lock file of the newest generation tells its parts, also with spaces and line breaks in names")
  func lock() async throws {
    let sandbox = try await Sandbox.fresh()
    let parts = ["operation GET /a=1", "model A B\nC=1"].map(part)
    try sandbox.generate(["a.txt": "1\n"], story: CommitStory(summary: "first", generatorVersion: "1", inputs: [], parts: parts))
    let target = try #require(TargetName("api"))
    #expect(try GitRepository.discover(from: sandbox.root).parts(of: target) == parts)
    #expect(parts[1].name == "A B C")
  }

  @Test("without the machine branch, the base's lock file tells the parts, merged or squashed", arguments: [true, false])
  func lockOnBase(isSquashed: Bool) async throws {
    let sandbox = try await Sandbox.withHistory()
    let parts = ["operation GET /a=1"].map(part)
    try sandbox.generate(["a.txt": "1\n"], story: CommitStory(summary: "first", generatorVersion: "1", inputs: [], parts: parts))
    if isSquashed { try await sandbox.squashReview() } else { try await sandbox.mergeReview() }
    try await sandbox.git("branch", "-D", Sandbox.generated, Sandbox.review)
    let target = try #require(TargetName("api"))
    #expect(try GitRepository.discover(from: sandbox.root).parts(of: target) == parts)
    #expect(try GitRepository.discover(from: sandbox.root).parts(of: target, base: .branch("main")) == parts)
    #expect(try GitRepository.discover(from: sandbox.root).parts(of: #require(TargetName("web"))) == nil)
  }

  @Test("a base with a generation is known by its lock file")
  func onBase() async throws {
    let sandbox = try await Sandbox.withHistory()
    let target = try #require(TargetName("api"))
    try sandbox.generate(["a.txt": "1\n"])
    #expect(try !GitRepository.discover(from: sandbox.root).isOnBase(target, .head))
    try await sandbox.squashReview()
    #expect(try GitRepository.discover(from: sandbox.root).isOnBase(target, .head))
  }
}
