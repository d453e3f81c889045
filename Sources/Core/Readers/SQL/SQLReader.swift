package import SpecDiagnostics
package import SpecIR
package import SpecSource

/// Reads migrations of PostgreSQL and SQLite and replays them into a ``Database``.
package enum SQLReader {
  /// Reads the files of a folder, in whatever order they are given.
  ///
  /// Files are ordered by the version in their names (sqlx, golang-migrate, dbmate, goose and Flyway are known); down halves are
  /// told apart and left out. A statement that is not understood is reported at its place, and the rest is read.
  ///
  /// - Parameter dialect: the dialect of the migrations; nothing lets the evidence in them decide.
  /// - Returns: the database, or nothing where no file is a migration.
  package static func read(
    _ files: [SourceID], sources: SourceMap, dialect: SQLDialect? = nil, into diagnostics: inout Diagnostics
  ) -> Database? {
    let ordered = MigrationFolder.ordered(files, sources: sources, into: &diagnostics)
    guard !ordered.isEmpty else { return nil }
    let halves = ordered.map { UpHalf(of: sources[$0.source].bytes) }
    let places = zip(ordered, halves).map { ($0.source, $1.range) }
    let dialect = dialect ?? DialectEvidence.dialect(of: places, sources: sources, into: &diagnostics)

    var replay = Replay(dialect: dialect, sources: sources)
    var migrations: [Migration] = []
    let ordinals = ordinals(of: ordered)
    for (index, file) in ordered.enumerated() {
      let read = statements(of: file, halves[index], sources: sources, dialect: dialect, into: &diagnostics)
      let changes = replay.changes(of: read.statements)
      var migration = migration(file, halves[index], ordinals[index], changes, sources: sources)
      migration.runsOutsideTransaction = halves[index].runsOutsideTransaction || read.standAlone
      migrations.append(migration)
    }
    if dialect == .sqlite { replay.resolveForwardReferences() }
    diagnostics.append(contentsOf: replay.diagnostics)
    return Database(dialect: dialect, tables: replay.catalog.tables, enums: replay.catalog.enums, migrations: migrations)
  }

  private static func statements(
    of file: MigrationFile, _ half: UpHalf, sources: SourceMap, dialect: SQLDialect, into diagnostics: inout Diagnostics
  ) -> (statements: [StatementSyntax], standAlone: Bool) {
    let bytes = sources[file.source].bytes
    if let zero = bytes.firstIndex(of: 0) {
      diagnostics.report(
        .sourceEncoding, "the file holds a NUL byte, so that it is hardly text",
        at: SourceRange(source: file.source, start: zero, end: zero + 1), hint: "Remove the byte.")
      return ([], false)
    }
    if let bad = firstBadByte(of: bytes) {
      diagnostics.report(
        .sourceEncoding, "file is not UTF-8", at: SourceRange(source: file.source, start: bad, end: bad + 1),
        hint: "Save it as UTF-8.")
      return ([], false)
    }
    let list = Lexer.tokens(of: bytes, in: half.range, source: file.source, dialect: dialect, into: &diagnostics)
    var parser = Parser(bytes: bytes, source: file.source, dialect: dialect, list: list)
    let statements = parser.statements()
    diagnostics.append(contentsOf: parser.diagnostics)
    return (statements, parser.standsAlone)
  }

  private static func firstBadByte(of bytes: [UInt8]) -> Int? {
    guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
    let decoded = Array(String(decoding: bytes, as: UTF8.self).utf8)
    return zip(bytes, decoded).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? 0
  }

  private static func migration(
    _ file: MigrationFile, _ half: UpHalf, _ ordinal: Int64, _ changes: [LocatedChange], sources: SourceMap
  ) -> Migration {
    var text = String(decoding: sources[file.source].bytes[half.range], as: UTF8.self)
    if !text.isEmpty, text.utf8.last != 0x0A { text += "\n" }
    let place = SourceRange(source: file.source, start: half.range.lowerBound, end: half.range.upperBound)
    return Migration(
      version: file.name.version, ordinal: ordinal, name: file.name.name, path: file.path, text: text, changes: changes,
      place: SourcePlace(place))
  }

  /// The versions themselves where all are single numbers of one kind, else 1, 2, 3 and so on.
  private static func ordinals(of files: [MigrationFile]) -> [Int64] {
    let versions = files.compactMap { file in file.name.numbers.count == 1 ? Int64(exactly: file.name.numbers[0]) : nil }
    return versions.count == files.count ? versions : files.indices.map { Int64($0 + 1) }
  }
}
