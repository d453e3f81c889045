import Foundation
import OpenAPIReader
import SpecDiagnostics
import SpecSource
import Testing

@Suite("Documents of others")
struct CorpusTests {
  @Test(
    "are read with the operations and schemas that the index counts, and valid ones without errors", arguments: Corpus.entries)
  func read(_ entry: Corpus.Entry) throws {
    let reading = try Reading(corpus: entry.path)
    guard entry.version.hasPrefix("3.0") || entry.version.hasPrefix("3.1") else {
      #expect(reading.document == nil)
      #expect(reading.diagnostics.hasErrors)
      return
    }
    let document = try #require(reading.document)
    if entry.isValid {
      #expect(reading.errors.isEmpty == (CorpusExceptions.wrongAfterAll[entry.path] == nil), "\(reading.errors)")
    }
    #expect(document.components.schemas.count == entry.schemas)
    // A path that was reported is not in the model.
    if reading.errors.contains(where: { $0.contains("[ref-file]") || $0.contains("[path-template]") }) { return }
    #expect(document.paths.count == entry.paths)
    // The index does not follow references of paths to other files.
    let items = document.paths.map { document.pathItems[$0.item] }.filter { $0.range.source == document.range.source }
    #expect(items.reduce(0) { $0 + $1.operations.count } == entry.operations)
    if document.files.count > 1, reading.errors.isEmpty { try checkBundle(of: document) }
  }

  /// A document of several files is bundled into one that reads the same.
  private func checkBundle(of document: OpenAPIDocument) throws {
    let again = Reading(document.bundledText(), path: "bundle.json")
    #expect(again.errors.isEmpty, "\(again.errors)")
    let bundled = try #require(again.document)
    #expect(bundled.paths.count == document.paths.count)
    #expect(bundled.files.count == 1)
  }

  @Test("that are broken on purpose are found out", arguments: Corpus.invalid)
  func invalid(_ path: String) throws {
    let reading = try Reading(corpus: path)
    let reason = CorpusExceptions.tolerated.first { path.hasPrefix("invalid/mermade/" + $0.key) }
    #expect(reading.diagnostics.hasErrors == (reason == nil), "\(reason?.value ?? "no error")")
  }
}

extension Reading {
  init(corpus path: String) throws {
    var sources = SourceMap()
    var diagnostics = Diagnostics()
    let id = sources.add(path: path, bytes: try Corpus.bytes(path))
    document = OpenAPIReader.read(id, sources: &sources, loader: CorpusLoader(), into: &diagnostics)
    self.sources = sources
    self.diagnostics = diagnostics
  }

  var errors: [String] { lines().filter { $0.contains(": error[") } }
}

extension Corpus.Entry: CustomTestStringConvertible {
  var testDescription: String { path }
}
