import Foundation
import SpecAdapters
import SpecIR
import SpecPipeline
import SpecWriting
import Testing

/// What an adapter tells about a backend is what the backend's own files say.
@Suite("Facts")
struct FactsTests {
  private static let targets = Pipeline.adapters.flatMap { adapter in SQLDialect.allCases.map { (adapter.id, $0) } }

  @Test("ports, variables, probes and versions agree with the files", arguments: targets)
  func agree(adapter: AdapterID, database: SQLDialect) throws {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let root = tests.deletingLastPathComponent().appending(path: "examples/users").path
    var pipeline = Pipeline(files: try #require(ProjectFiles(root: root)))
    let made = pipeline.core(.init(openAPI: ConfiguredPath("openapi.yaml"), migrations: ConfiguredPath("migrations")))
    let core = try #require(made)
    let target = TargetConfiguration(name: "api", adapter: .builtIn(adapter), path: nil, database: database, package: "users-api")
    let generated = try pipeline.generate(core, for: target)
    let files = Dictionary(uniqueKeysWithValues: generated.map { ($0.path.description, $0.text) })
    let options = TargetOptions(target: "api", package: "users-api", database: database)
    let facts = try #require(Pipeline.adapters.first { $0.id == adapter }?.facts(core, options: options))
    let container = try #require(facts.container)

    let environment = try #require(files[".env.example"]).split(separator: "\n")
    for setting in facts.environment + [Setting(facts.portVariable, "\(container.port)")] { #expect(environment.contains("\(setting.name)=\(setting.value)")) }
    let dockerfile = try #require(files["Dockerfile"])
    let probe = container.probe.map { "\"\($0)\"" }.joined(separator: ", ")
    #expect(dockerfile.contains("CMD [\(probe)]") && dockerfile.contains("\nEXPOSE \(container.port)\n"))
    let image = try #require(dockerfile.firstMatch(of: /FROM [a-z]+:([0-9.]+)-/)).1
    #expect("\(facts.setup)".contains(image), "the image is of \(image)")
    #expect(generated.contains { $0.text.contains("\"\(facts.readyPath)\"") }, "\(facts.readyPath) is served")
    let compose = try #require(files["compose.yaml"])
    #expect(compose.contains("    stop_grace_period: \(container.stopSeconds)s\n"))
    switch (facts.database, database) {
    case (.file(let variable, let url, let folder), .sqlite):
      #expect(compose.contains("      \(variable): \(url)\n") && compose.contains("      - data:\(folder)\n"))
      #expect(dockerfile.contains("\nVOLUME \(folder)\n"))
    case (.postgres(let variable, let testVariable), .postgres):
      #expect(compose.contains("      \(variable): postgres://"))
      #expect(!dockerfile.contains("VOLUME"), "nothing is kept in the container")
      #expect(generated.contains { $0.path.description.hasPrefix("tests/") && $0.text.contains(testVariable) })
    default: Issue.record("\(facts.database) is not on \(database)")
    }
    for file in (facts.commands.preparation?.sources ?? []) + (facts.cache?.keys ?? []) where file != "Cargo.lock" {
      #expect(files[file] != nil, "\(file)")
    }
  }
}
