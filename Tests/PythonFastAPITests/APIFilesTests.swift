import Foundation
import Testing

@testable import PythonFastAPIAdapter

/// What becomes of a contract in `generated/api`.
struct APIFilesTests {
  @Test(arguments: [
    "generated/__init__.py", "generated/api/__init__.py", "generated/api/models.py", "generated/api/requests.py",
    "generated/api/responses.py", "generated/api/errors.py",
  ])
  func `users is the yardstick, byte for byte`(path: String) throws {
    let files = APIFiles(try Contracts.example("users")).files()
    let file = try #require(files.first { $0.path == "users/\(path)" })
    let yardstick = Contracts.root.appending(path: "Tests/Yardsticks/users-fastapi/users/\(path)")
    #expect(file.file.printed().text == (try String(contentsOf: yardstick, encoding: .utf8)))
  }

  @Test(arguments: ["users", "petstore", "shop"])
  func `examples are clean`(example: String) async throws {
    let texts = APIFiles(try Contracts.example(example)).files().map { $0.file.printed().text }
    #expect(try await Ruff.syntaxErrors(in: texts) == [:])
    #expect(try await Ruff.differences(in: texts) == [:])
    #expect(try await Ruff.findings(in: texts, rules: ["ALL"], ignoring: ["COM812", "CPY001", "I001", "INP001", "TID252"]) == [:])
  }

  @Test func `a backend has the modules that it needs`() throws {
    #expect(
      DecodeModule.modules(showing: []).map(\.rawValue) == ["absent", "fault", "parameters", "reading", "report"])
    #expect(
      DecodeModule.modules(showing: ["Uuid"]).map(\.rawValue) == [
        "absent", "fault", "formats", "instants", "parameters", "pattern", "reader", "reading", "report", "text", "uuid",
      ])
  }

  /// Each module imports no other than those that it brings.
  @Test(arguments: DecodeModule.allCases)
  func `a module brings what its text imports`(module: DecodeModule) throws {
    let folder = Contracts.root.appending(path: "Tests/Yardsticks/users-fastapi/users/generated/api/decode")
    let text = try String(contentsOf: folder.appending(path: "\(module.rawValue).py"), encoding: .utf8)
    let brought = Set(DecodeModule.modules(showing: Set(module.names)).map(\.rawValue))
    for line in text.split(separator: "\n") where line.hasPrefix("from .") && !line.hasPrefix("from . ") {
      let imported = line.dropFirst("from .".count).prefix { $0 != " " }
      #expect(brought.contains(String(imported)) || module.names.isEmpty, "\(module.rawValue) imports \(imported)")
    }
  }
}
