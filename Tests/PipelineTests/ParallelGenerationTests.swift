import Foundation
import SpecAdapters
import SpecDiagnostics
import SpecIR
import SpecPipeline
import SpecWriting
import Synchronization
import Testing

/// Targets that are generated at the same time come out as if they had been generated one after the other.
@Suite("Parallel generation")
struct ParallelGenerationTests {
  private func read(_ example: String) throws -> (pipeline: Pipeline, core: CoreModel, targets: [TargetConfiguration]) {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let root = tests.deletingLastPathComponent().appending(path: "examples/\(example)").path
    var pipeline = Pipeline(files: try #require(ProjectFiles(root: root)))
    // A macro cannot call what changes the pipeline.
    let configuration = pipeline.configuration(at: "specforge.yaml")
    let targets = try #require(configuration?.targets)
    let core = configuration.flatMap { pipeline.core($0.inputs) }
    return (pipeline, try #require(core), targets)
  }

  @Test("the same files and findings, in the order of the targets", arguments: ["users", "petstore", "shop"])
  func same(example: String) throws {
    let (pipeline, core, targets) = try read(example)
    try #require(targets.count > 2)
    var one = pipeline
    let alone = try targets.map { try one.generate(core, for: $0) }
    var all = pipeline
    let together = try all.generate(core, for: targets, width: 4).map { try $0.get() }
    #expect(together == alone)
    #expect(all.diagnostics.sorted == one.diagnostics.sorted)
  }

  @Test("a template that cannot be rendered fails its adapter's targets alone")
  func failure() throws {
    let (pipeline, core, targets) = try read("users")
    var all = pipeline
    let overrides = [AdapterID("rust-axum"): ["rust-axum/Dockerfile": "{{nothing_of_ours}}"]]
    let results = all.generate(core, for: targets, overrides: overrides, width: 4)
    for (target, result) in zip(targets, results) {
      let isGenerated = (try? result.get()) != nil
      #expect(isGenerated == (target.adapter.builtIn != AdapterID("rust-axum")), "\(target.name)")
    }
  }

  @Test("items are worked on at the same time, and outputs keep their places", arguments: [2, 3, 8])
  func order(width: Int) {
    let counts = Mutex<[Int]>([])
    let meeting = Meeting(of: 2)
    // The first two wait for one another, which threads that take turns would do in vain.
    let outputs = parallelMap(Array(0..<20), width: width, whenDone: { done in counts.withLock { $0.append(done) } }) { item in
      item < 2 ? "\(item) \(meeting.isComplete())" : "\(item)"
    }
    #expect(outputs == ["0 true", "1 true"] + (2..<20).map { "\($0)" })
    #expect(counts.withLock { $0 } == Array(1...20))
  }

  @Test("one at a time, and none at all")
  func serial() {
    #expect(parallelMap([1, 2, 3], width: 1) { $0 * 2 } == [2, 4, 6])
    #expect(parallelMap([Int](), width: 4) { $0 * 2 } == [])
  }

  /// A stack as deep as the main thread's, on every system.
  @Test("what nests deeply is walked on any thread")
  func depth() {
    @Sendable func depth(_ level: Int) -> Int { level == 0 ? 0 : 1 + depth(level - 1) }
    #expect(parallelMap([200_000, 100_000], width: 2) { depth($0) } == [200_000, 100_000])
  }
}

/// A place where several threads wait until all of them are there, or ten seconds.
private final class Meeting: Sendable {
  private let size: Int
  private let arrived = Mutex(0)
  private let everybody = DispatchSemaphore(value: 0)

  init(of size: Int) { self.size = size }

  func isComplete() -> Bool {
    let isLast = arrived.withLock { count in
      count += 1
      return count == size
    }
    if isLast { for _ in 0..<size { everybody.signal() } }
    return everybody.wait(timeout: .now() + 10) == .success
  }
}
