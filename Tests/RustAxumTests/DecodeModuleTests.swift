import Foundation
import Testing

@testable import RustAxumAdapter

@Suite("src/generated/api/decode.rs")
struct DecodeModuleTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "templates/rust-axum/src/generated/api/decode")

  /// Each module takes nothing from a sibling but what comes along with it.
  @Test(arguments: DecodeModule.allCases)
  func `a module brings what its text imports`(module: DecodeModule) throws {
    let text = try String(
      contentsOf: Self.folder.appending(path: "\(module.rawValue).rs.mustache"), encoding: .utf8)
    // What `decode.rs` itself holds.
    let root: Set = ["Part", "Pointer", "Report"]
    let brought = Set(DecodeModule.modules(for: Set(module.names)).flatMap(\.names))
    for match in text.matches(of: /(?m)^use super::\{([^}]*)\};/) {
      for name in match.output.1.split(separator: ",") {
        let name = name.trimmingCharacters(in: .whitespacesAndNewlines)
        #expect(root.union(brought).contains(name), "\(module.rawValue) imports \(name)")
      }
    }
  }
}
