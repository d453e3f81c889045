import Testing

@testable import SpecRepository

@Suite struct ReproducibilityTests {
  private let files = ["src/main.rs": "fn main() {}\n", "run.sh": "#!/bin/sh\n"]

  @Test func `the same inputs, author and date give the same ids in any repository`() async throws {
    let fresh = try await Sandbox.fresh()
    let old = try await Sandbox.withHistory(["something": "else\n"])
    let one = try #require(try fresh.generate(files, executable: ["run.sh"]).publication)
    let other = try #require(try old.generate(files, executable: ["run.sh"]).publication)
    #expect(one.generated == other.generated)
    // Written down, so that a change of any byte that goes into a commit is noticed.
    let tree = try await fresh.lines("rev-parse", "\(Sandbox.generated)^{tree}")
    #expect(tree == ["5bd446adc9a59377ca92369b772494c4493d7ac8"])
    #expect(one.generated.description == "8fe1799fd55ca738f3251edb3df973ee13365ed4")
  }

  @Test func `a machine commit says by whom, when and from what it was made`() async throws {
    let box = try await Sandbox.fresh()
    try box.generate(files, executable: ["run.sh"])
    let digest = try Sandbox.output(files, executable: ["run.sh"]).digest
    #expect(
      try await box.git("log", "-1", "--format=%an <%ae> %at%n%cn <%ce> %ct%n%n%B", Sandbox.generated) == """
        Forge <forge@example.org> 1700000000
        Forge <forge@example.org> 1700000000

        feat(api): follow the contract

        - GET /users: added

        SpecForge-Target: api
        SpecForge-Version: 0.1.0
        SpecForge-Inputs: \(Sandbox.story().inputsDigest)
        SpecForge-Output: \(digest)


        """)
    #expect(
      try await box.lines("log", "-1", "--format=%(trailers:key=SpecForge-Output,valueonly)", Sandbox.generated)
        == [digest.description])
  }

  @Test func `the lock file tells the generation, one fact a line`() async throws {
    let box = try await Sandbox.fresh()
    try box.generate(files, executable: ["run.sh"])
    #expect(
      try await box.show(Sandbox.generated, ".specforge/api.lock") == """
        # Written by specforge: which generation of this target the tree holds. See docs/git.md.
        lock 1
        target api
        folder backend
        generator 0.1.0
        output \(Sandbox.output(files, executable: ["run.sh"]).digest)
        input \(ContentDigest(of: "openapi: 3.1.0\n".utf8)) "openapi.yaml"

        """)
  }

  @Test func `a thousand files are published in a moment`() async throws {
    let box = try await Sandbox.withHistory()
    func files(_ round: Int) -> [String: String] {
      let text = (0..<60).map { "  let value_\($0) = compute(\($0)); // round \(round)\n" }.joined()
      return Dictionary(uniqueKeysWithValues: (0..<1000).map { ("src/m\($0 / 50)/f\($0).rs", "// \($0)\n" + text) })
    }
    let clock = ContinuousClock()
    let first = try clock.measure { try box.generate(files(1)) }
    let second = try clock.measure { try box.generate(files(2)) }
    let same = try clock.measure { try box.generate(files(2)) }
    print("publish of 1000 files: first \(first), all changed \(second), unchanged \(same)")
    #expect(max(first, second, same) < .seconds(30))
    try await box.fsck()
  }
}
