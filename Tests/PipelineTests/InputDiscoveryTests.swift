import Foundation
import SpecAdapters
import SpecDiagnostics
import SpecPipeline
import SpecSource
import Testing

@Suite("What init finds")
struct InputDiscoveryTests {
  /// Makes a folder of files and removes it when `body` has looked at it.
  private func inFolder(_ files: [String: String], _ body: (String) throws -> Void) throws {
    let root = FileManager.default.temporaryDirectory.appending(path: "specforge-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: root) }
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    for (name, text) in files {
      let file = root.appending(path: name)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    try body(root.path)
  }

  @Test(
    "a document is known by its first lines",
    arguments: [
      ("a.yaml", "openapi: 3.0.3\n", true), ("a.yml", "# comment\r\nopenapi: '3.1.0'\r\n", true),
      ("a.yaml", "\u{FEFF}openapi: \"3.0.0\"\n", true), ("a.yaml", "{ openapi: 3.0.0 }", true),
      ("a.json", "{\n  \"info\": {},\n  \"openapi\" : \"3.0.0\"}", true), ("a.json", #"{"info":{},"openapi":"3.0.0"}"#, true),
      ("specforge.yaml", "inputs:\n  openapi: 3.yaml\n", false), ("compose.yaml", "services:\n  openapi:\n    image: x\n", false),
      ("package.json", #"{"scripts": {"openapi": "gen x"}, "dependencies": {"openapi-typescript": "7.0.0"}}"#, false),
      ("a.txt", "openapi: 3.0.3\n", false), ("a.yaml", "openapi: x\n", false),
    ])
  func documents(name: String, text: String, isFound: Bool) throws {
    try inFolder([name: text]) { #expect(InputDiscovery.search($0).documents == (isFound ? [name] : [])) }
  }

  @Test("what is nearest to the root comes first, and folders of others are left out")
  func order() throws {
    let document = "openapi: 3.0.3\n"
    let files = [
      "api/old.yaml": document, "z.yaml": document, "node_modules/x/a.yaml": document, ".hidden/a.yaml": document,
      "db/migrations/0001_a.sql": "", "sql/V1__a.sql": "", "views/Views.sql": "", "views/readme.sql": "",
    ]
    try inFolder(files) { root in
      let found = InputDiscovery.search(root)
      #expect(found.documents == ["z.yaml", "api/old.yaml"])
      #expect(found.migrationFolders == ["sql", "db/migrations"])
    }
  }

  @Test(
    "what init writes can be read back",
    arguments: [
      ["openapi.yaml": "openapi: 3.0.3\n", "0001_a.sql": ""], ["my api/a, b.yaml": "openapi: 3.0.3\n"],
      ["null/openapi.yaml": "openapi: 3.0.3\n", "null/1.sql": ""], ["true.yaml": "openapi: 3.0.3\n", "true/1.sql": ""],
      ["1.yaml": "openapi: 3.0.3\n", "1/1.sql": ""], ["-a.yaml": "openapi: 3.0.3\n", "ünï #/1.sql": ""],
    ])
  func template(files: [String: String]) throws {
    try inFolder(files) { root in
      let found = InputDiscovery.search(root)
      var sources = SourceMap()
      let text = ConfigurationTemplate.text(project: "shop", found: found, adapters: Pipeline.adapters)
      let id = sources.add(path: "specforge.yaml", bytes: Array(text.utf8))
      var diagnostics = Diagnostics()
      let configuration = ConfigurationReader.read(
        id, sources: sources, adapters: Pipeline.adapters.map(\.id), into: &diagnostics)
      #expect(diagnostics.sorted.map(\.message) == [])
      #expect(configuration?.targets.map(\.adapter) == Pipeline.adapters.map { .builtIn($0.id) })
      #expect(configuration?.workspace != nil)
      #expect(configuration?.inputs.openAPI?.path == found.documents.first ?? "openapi.yaml")
      #expect(configuration?.inputs.migrations?.path == found.migrationFolders.first)
    }
  }
}
