import Foundation
import SpecDiagnostics
import SpecIR
import SpecPipeline
import SpecWriting
import Testing

/// What is written is read back as it was, to the last constraint and the last byte.
@Suite("A CoreModel goes to JSON and comes back")
struct RoundTripTests {
  private func check(_ core: CoreModel, _ name: String) throws {
    let text = JSONWriter.write(CoreModelJSON.write(core), indent: nil)
    let reading = Reading(text)
    let read = try #require(reading.core, "\(name): \(reading.findings)")
    #expect(read.differences(from: core) == [], "\(name)")
    #expect(JSONWriter.write(CoreModelJSON.write(read), indent: nil) == text, "\(name)")
    #expect(reading.findings == [], "\(name)")
  }

  @Test("the examples", arguments: ["users", "petstore", "shop"])
  func examples(_ name: String) throws { try check(Sample.example(name), name) }

  @Test("histories of databases, in both dialects")
  func databases() throws {
    let folders = Sample.root.appending(path: "Tests/SQLTests/Folders")
    let names = try FileManager.default.contentsOfDirectory(atPath: folders.path).sorted()
    #expect(names.count >= 7)
    for name in names {
      var pipeline = Pipeline(files: try #require(ProjectFiles(root: folders.appending(path: name).path)))
      var core = CoreModel(service: ServiceInfo(title: name, version: "1"))
      core.database = pipeline.database(ConfiguredPath("."))
      #expect(core.database?.migrations.isEmpty == false, "\(name)")
      try check(core, name)
    }
  }

  @Test("real documents")
  func realDocuments() throws {
    guard let folder = ProcessInfo.processInfo.environment["SPECFORGE_SPECS"] else {
      print("note: SPECFORGE_SPECS names no folder of real documents; none is read back")
      return
    }
    let index = try String(contentsOfFile: "\(folder)/INDEX.tsv", encoding: .utf8)
    let rows = index.split(separator: "\n").dropFirst().map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    // Every twentieth of the smaller ones, and GitHub's: as many makers and sizes as a minute has room for.
    let small = rows.filter { Int($0[5]) ?? .max < 400_000 }.enumerated().filter { $0.offset.isMultiple(of: 20) }.map(\.element)
    let chosen = small + rows.filter { $0[0].hasSuffix("api.github.com.json") }.prefix(1)
    var count = 0
    for row in chosen {
      guard let core = try Sample.document(String(row[0]), in: folder) else { continue }
      try check(core, String(row[0]))
      count += 1
    }
    #expect(count > 10)
    print("read back: \(count) of \(chosen.count) documents")
  }
}
