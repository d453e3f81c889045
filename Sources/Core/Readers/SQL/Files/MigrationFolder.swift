internal import SpecDiagnostics
internal import SpecSource

/// One file that is part of the history.
struct MigrationFile {
  let source: SourceID
  let path: String
  let name: MigrationFileName
}

/// Puts the files of a folder into the order in which they are applied.
enum MigrationFolder {
  /// Returns the up halves in order; down halves and files that are no migrations are left out.
  static func ordered(_ files: [SourceID], sources: SourceMap, into diagnostics: inout Diagnostics) -> [MigrationFile] {
    var found: [MigrationFile] = []
    for source in files {
      let path = sources[source].path
      if let name = MigrationFileName(path: path) {
        found.append(MigrationFile(source: source, path: path, name: name))
      } else if path.lowercased().hasSuffix(".sql") {
        diagnostics.report(
          .sqlFileName, "file name gives the migration no place in the history, so the file is left out", at: start(of: source),
          hint: "Name it like `0001_create_users.sql`, `1_create_users.up.sql` or `V1__create_users.sql`.")
      }
    }
    reportMixedSchemes(found, into: &diagnostics)
    let ups = found.filter { $0.name.half != .down }.sorted(by: precedes)
    return withoutDuplicates(ups, into: &diagnostics)
  }

  private static func start(of source: SourceID) -> SourceRange { SourceRange(source: source, start: 0, end: 0) }

  /// By version as numbers; repeatable migrations come last, by name.
  private static func precedes(_ left: MigrationFile, _ right: MigrationFile) -> Bool {
    let (a, b) = (left.name, right.name)
    if (a.half == .repeatable) != (b.half == .repeatable) { return b.half == .repeatable }
    if a.numbers != b.numbers { return a.numbers.lexicographicallyPrecedes(b.numbers) }
    return left.path < right.path
  }

  private static func reportMixedSchemes(_ files: [MigrationFile], into diagnostics: inout Diagnostics) {
    guard let first = files.first else { return }
    // A folder of reversible migrations may begin with plain ones; Flyway's names stand alone.
    func isFlyway(_ file: MigrationFile) -> Bool { file.name.scheme == .flyway }
    guard let other = files.first(where: { isFlyway($0) != isFlyway(first) }) else { return }
    diagnostics.report(
      .sqlNamingMixed, "file is named by other rules than `\(first.path)`", at: start(of: other.source),
      hint: "Name all migrations of a folder by the rules of one tool.",
      related: [.init("named by other rules", at: start(of: first.source))])
  }

  private static func withoutDuplicates(_ files: [MigrationFile], into diagnostics: inout Diagnostics) -> [MigrationFile] {
    var kept: [MigrationFile] = []
    for file in files {
      if let last = kept.last, last.name.numbers == file.name.numbers, file.name.half != .repeatable {
        diagnostics.report(
          .sqlVersionTaken, "version \(file.name.version) is taken by `\(last.path)`", at: start(of: file.source),
          hint: "Give the later migration a higher version.", related: [.init("has the same version", at: start(of: last.source))]
        )
      } else {
        kept.append(file)
      }
    }
    return kept
  }
}
