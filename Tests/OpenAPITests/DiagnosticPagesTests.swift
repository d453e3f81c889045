import Foundation
import SpecDiagnostics
import Testing

@Suite("The pages about findings")
struct DiagnosticPagesTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "../../docs/diagnostics").standardizedFileURL

  /// The codes that this reader reports.
  private static let codes =
    DiagnosticCode.allCases.drop { $0 != .openAPIVersion }.prefix { $0 != .featureUnsupported }
    + [.featureUnsupported]

  @Test("each example gives the finding that its page is about, and the page tells how much it matters", arguments: Self.codes)
  func page(code: DiagnosticCode) throws {
    let text = try String(contentsOf: Self.folder.appending(path: "\(code.rawValue).md"), encoding: .utf8)
    #expect(text.hasPrefix("# \(code.rawValue): "))
    #expect(text.contains("\nSeverity: \(code.severity.rawValue)\n"))
    let example = try #require(text.components(separatedBy: "```yaml\n").dropFirst().first?.components(separatedBy: "```").first)
    let found = Set(Reading(example).diagnostics.sorted.map(\.code))
    #expect(found == [code], "\(found.map(\.rawValue).sorted())")
  }
}
