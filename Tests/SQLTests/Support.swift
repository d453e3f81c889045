import SQLReader
import SpecDiagnostics
import SpecIR
import SpecSource
import Testing

/// A folder of migrations, read.
struct ReadFolder {
  var database: Database?
  var diagnostics: Diagnostics
  var sources: SourceMap

  init(_ files: [(path: String, text: String)], dialect: SQLDialect? = nil) {
    self.init(files: files.map { ($0.path, Array($0.text.utf8)) }, dialect: dialect)
  }

  init(bytes: [UInt8], dialect: SQLDialect = .sqlite) {
    self.init(files: [("0001_test.sql", bytes)], dialect: dialect)
  }

  private init(files: [(path: String, bytes: [UInt8])], dialect: SQLDialect?) {
    var map = SourceMap()
    let ids = files.map { map.add(path: $0.path, bytes: $0.bytes) }
    var found = Diagnostics()
    database = SQLReader.read(ids, sources: map, dialect: dialect, into: &found)
    sources = map
    diagnostics = found
  }

  init(_ text: String, dialect: SQLDialect) {
    self.init([("0001_test.sql", text)], dialect: dialect)
  }

  /// Findings as `path:line:column code`, with notes left out unless asked for.
  func findings(notes: Bool = false) -> [String] {
    diagnostics.sorted.filter { notes || $0.severity != .note }.map { finding in
      guard let range = finding.range else { return finding.code.rawValue }
      let start = sources.start(of: range)
      return "\(sources[range.source].path):\(start.line):\(start.column) \(finding.code.rawValue)"
    }
  }
}

/// Reads a statement with emoji marks in it and expects each finding at its mark, and no other.
func expectFindings(
  _ marked: String, dialect: SQLDialect, _ expected: [String], sourceLocation: SourceLocation = #_sourceLocation
) {
  let marks = ["1️⃣", "2️⃣", "3️⃣"]
  var text = ""
  var places: [String: String] = [:]
  var line = 1
  var column = 1
  for character in marked {
    if marks.contains(String(character)) {
      places[String(character)] = "0001_test.sql:\(line):\(column)"
      continue
    }
    text.append(character)
    (line, column) = character == "\n" ? (line + 1, 1) : (line, column + character.unicodeScalars.count)
  }
  let wanted = expected.map { item in
    let parts = item.split(separator: " ", maxSplits: 1)
    return "\(places[String(parts[0])] ?? String(parts[0])) \(parts[1])"
  }
  #expect(ReadFolder(text, dialect: dialect).findings() == wanted, sourceLocation: sourceLocation)
}
