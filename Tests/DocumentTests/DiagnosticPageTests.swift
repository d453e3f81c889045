import Foundation
import SpecDiagnostics
import SpecDocuments
import Testing

/// The pages in docs/diagnostics of the findings that are reported here.
@Suite("Pages of findings")
struct DiagnosticPageTests {
  @Test(
    "the example on the page gives the finding",
    arguments: [
      .yamlSyntax, .jsonSyntax, .documentEmpty, .documentMultiple, .keyDuplicate, .keyKind, .keyNull, .aliasUnknown,
      .aliasRecursive, .mergeKind, .tagUnknown,
      .tagMismatch,
    ] as [DiagnosticCode])
  func example(code: DiagnosticCode) throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let page = try String(contentsOf: root.appendingPathComponent("docs/diagnostics/\(code.rawValue).md"), encoding: .utf8)
    #expect(page.hasPrefix("# \(code.rawValue): "))
    #expect(page.contains("Severity: \(code.severity.rawValue)\n"))
    let parts = page.split(separator: "```", omittingEmptySubsequences: false)
    let block = try #require(parts.count == 3 ? parts[1] : nil)
    let format = block.prefix { $0 != "\n" }
    let found = read(String(block.dropFirst(format.count + 1)), as: "example.\(format)").diagnostics
    #expect(found.contains { $0.code == code })
  }
}
