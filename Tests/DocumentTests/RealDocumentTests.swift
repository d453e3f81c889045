import Foundation
import SpecDiagnostics
import SpecDocuments
import SpecSource
import Testing

/// Every file below the folder that SPECFORGE_SPECS names: real OpenAPI documents, good and bad ones.
@Suite("Real documents")
struct RealDocumentTests {
  @Test("each is read, and what comes of it is sound")
  func all() throws {
    guard let folder = ProcessInfo.processInfo.environment["SPECFORGE_SPECS"] else {
      print("note: SPECFORGE_SPECS is not set, so that no real documents are read")
      return
    }
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder).sorted().filter { path in
      [".json", ".yaml", ".yml"].contains { path.hasSuffix($0) }
    }
    try #require(!paths.isEmpty, "SPECFORGE_SPECS names a folder without documents")
    for path in paths {
      let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder).appendingPathComponent(path)))
      let result = read(bytes, as: path)
      let soundness = Soundness(result, of: bytes)
      #expect(soundness.broken.isEmpty, "\(path)")
      // Also those whose OpenAPI is wrong are well-formed.
      #expect(result.diagnostics.isEmpty, "\(path)")
      #expect(soundness.nodes > 1, "\(path)")
    }
  }
}
