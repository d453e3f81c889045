import Foundation
import SpecSource

/// The documents of others that `SPECFORGE_SPECS` names, with what is known about each.
enum Corpus {
  struct Entry: Sendable {
    /// Relative to the folder.
    let path: String
    let version: String
    let paths: Int
    let operations: Int
    let schemas: Int
    let isValid: Bool
  }

  static let folder = ProcessInfo.processInfo.environment["SPECFORGE_SPECS"].map { URL(fileURLWithPath: $0).standardizedFileURL }

  /// The rows of the index; none, with a printed note, where the folder is not there.
  static let entries: [Entry] = {
    guard let folder, let index = try? String(contentsOf: folder.appending(path: "INDEX.tsv"), encoding: .utf8) else {
      print("note: SPECFORGE_SPECS names no folder of documents; the tests that read them are skipped")
      return []
    }
    return index.split(separator: "\n").dropFirst().compactMap { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 10, let paths = Int(cells[6]), let operations = Int(cells[7]), let schemas = Int(cells[8]) else {
        return nil
      }
      return Entry(
        path: cells[0], version: cells[4], paths: paths, operations: operations, schemas: schemas, isValid: cells[9] == "VALID")
    }
  }()

  /// The documents that are broken on purpose.
  static let invalid: [String] = {
    guard let folder, let files = FileManager.default.enumerator(atPath: folder.appending(path: "invalid").path) else {
      return []
    }
    return files.compactMap { $0 as? String }.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".json") }.sorted()
      .map { "invalid/" + $0 }
  }()

  static func bytes(_ path: String) throws -> [UInt8] {
    guard let folder else { return [] }
    return [UInt8](try Data(contentsOf: folder.appending(path: path)))
  }
}

/// Finds what documents of the corpus refer to, within the folder.
struct CorpusLoader: SourceLoader {
  func load(_ reference: String, from referrer: String) -> Result<LoadedSource, SourceLoadFailure> {
    guard let root = Corpus.folder else { return .failure(.missing) }
    let file = root.appending(path: referrer).deletingLastPathComponent().appending(path: reference).standardizedFileURL
    guard file.path.hasPrefix(root.path + "/") else { return .failure(.outsideRoot) }
    guard let data = try? Data(contentsOf: file) else { return .failure(.missing) }
    return .success(LoadedSource(path: String(file.path.dropFirst(root.path.count + 1)), bytes: [UInt8](data)))
  }
}
