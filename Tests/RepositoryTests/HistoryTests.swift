import Testing

@testable import SpecRepository

/// Long histories of people and generator taking turns, drawn at random from a seed.
@Suite struct HistoryTests {
  /// Each party edits a line of its own, far from the others', so that nothing ever has a reason to conflict.
  private struct Lines {
    var user = "line 5"
    var reviewer = "line 15"
    var generator = "line 25"

    var text: String {
      (1...30).map { ($0 == 5 ? user : $0 == 15 ? reviewer : $0 == 25 ? generator : "line \($0)") + "\n" }.joined()
    }
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func `edits of all sides survive any order of generations, reviews, merges and squashes`(seed: UInt64) async throws {
    var random = SplitMix(state: seed)
    let box = try await Sandbox.withHistory()
    let names = ["a.rs", "b.rs", "c.rs"]
    var generated = Dictionary(uniqueKeysWithValues: names.map { ($0, Lines()) })
    try box.generate(generated.mapValues(\.text))
    try await box.mergeReview()
    // What a person expects to find on each branch.
    var main = generated
    var review = generated
    var log: [String] = []

    for step in 1...24 {
      let name = names[random.next(below: names.count)]
      let isOpen = try await !box.lines("branch", "--list", Sandbox.review).isEmpty
      // As where a pull request has to be up to date with its base before it is merged.
      let isMergeable = if isOpen { try await isAncestor(box, "main", Sandbox.review) } else { false }
      switch random.next(below: 8) {
      case 0:
        log.append("user edits \(name)")
        main[name]?.user = "user \(step)"
        try await box.commit(["backend/\(name)": main[name]!.text], "edit")
      case 1 where isOpen:
        log.append("reviewer edits \(name)")
        review[name]?.reviewer = "reviewer \(step)"
        try await box.git("checkout", "--quiet", Sandbox.review)
        try await box.commit(["backend/\(name)": review[name]!.text], "review")
        try await box.git("checkout", "--quiet", "main")
      case 2 where isMergeable:
        log.append("merge")
        try await box.mergeReview()
        main = review
      case 3 where isMergeable:
        log.append("squash")
        try await box.git("merge", "--quiet", "--squash", Sandbox.review)
        try await box.git("commit", "--quiet", "--allow-empty", "-m", "squash review")
        main = review
        if random.next(below: 2) == 0 {
          log.append("delete review")
          try await box.git("branch", "-D", Sandbox.review)
        }
      default:
        log.append("generate \(name)")
        generated[name]?.generator = "generated \(step)"
        let publication = try #require(try box.generate(generated.mapValues(\.text)).publication)
        #expect(publication.conflicts.isEmpty, "\(log)")
        for name in names {
          review[name]?.user = main[name]!.user
          review[name]?.generator = generated[name]!.generator
          #expect(try await box.show(Sandbox.review, "backend/\(name)") == review[name]!.text, "\(name) after \(log)")
        }
      }
    }
    try await box.fsck()
  }

  private func isAncestor(_ box: Sandbox, _ one: String, _ other: String) async throws -> Bool {
    try await box.lines("merge-base", one, other) == box.lines("rev-parse", one)
  }
}

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers from the same seed on any machine.
private struct SplitMix {
  var state: UInt64

  mutating func next(below bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }
}
