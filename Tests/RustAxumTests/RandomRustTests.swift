import Foundation
import Testing

@testable import RustAxumAdapter

/// Everything that the printer prints, rustfmt leaves alone: tried on thousands of trees.
///
/// `SPECFORGE_RUST_SAMPLES` sets how many trees of each kind are tried, `SPECFORGE_RUST_SEED` where to begin.
struct RandomRustTests {
  enum Kind: String, CaseIterable { case item, statement }

  private static let samples = number("SPECFORGE_RUST_SAMPLES") ?? 1000
  private static let seed = number("SPECFORGE_RUST_SEED") ?? 1

  private static func number(_ name: String) -> Int? { ProcessInfo.processInfo.environment[name].flatMap { Int($0) } }

  @Test(arguments: Kind.allCases)
  func `rustfmt changes nothing`(_ kind: Kind) async throws {
    let texts = (0..<Self.samples).map { index in
      var random = RandomRust(seed: UInt64(Self.seed + index))
      switch kind {
      case .item: return RustFile([random.item(2)]).printed().text
      case .statement:
        let body = RustBlock(random.many(1...3) { $0.statement($0.number(1...3)) })
        return RustFile([.function(RustFunction("f", body: body))]).printed().text
      }
    }
    let differences = try await Rustfmt.differences(in: texts)
    let shown = Int(ProcessInfo.processInfo.environment["SPECFORGE_RUST_SHOWN"] ?? "") ?? 3
    for (index, difference) in differences.sorted(by: { $0.value.count < $1.value.count }).prefix(shown) {
      Issue.record("\(kind.rawValue) \(Self.seed + index):\n\(difference)\nin:\n\(index >= 0 ? texts[index] : "")")
    }
    #expect(differences.count == 0, "\(differences.count) of \(texts.count) trees differ")
  }
}
