import OpenAPIReader
import SQLReader
import SpecDiagnostics
import SpecIR
import SpecLowering
import SpecSource
import Testing

/// A contract and migrations after binding.
struct Bound {
  let core: CoreModel
  let diagnostics: Diagnostics
  let sources: SourceMap

  /// - Parameter sql: SQLite, unless it says `PostgreSQL` first.
  init(_ contract: String, sql: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    try self.init(document: Sketch(contract).document, sql: sql, sourceLocation: sourceLocation)
  }

  init(document: String, sql: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    var sources = SourceMap()
    var diagnostics = Diagnostics()
    let api = sources.add(path: "api.yaml", bytes: Array(document.utf8))
    let migration = sources.add(path: "migrations/0001_all.sql", bytes: Array(sql.utf8))
    let read = try #require(OpenAPIReader.read(api, sources: &sources, loader: NoSources(), into: &diagnostics))
    let isPostgres = sql.hasPrefix("-- PostgreSQL")
    let database = SQLReader.read([migration], sources: sources, dialect: isPostgres ? .postgres : .sqlite, into: &diagnostics)
    #expect(
      diagnostics.sorted.filter { $0.severity == .error }.map(\.message) == [], "the inputs must be sound",
      sourceLocation: sourceLocation)
    var core = OpenAPILowering.lower(read, into: &diagnostics)
    let hints = BindingHintReader.hints(of: read, for: core, into: &diagnostics)
    Binder.bind(&core, database: database ?? Database(dialect: .sqlite), hints: hints, into: &diagnostics)
    #expect(
      BehaviourVerifier.faults(in: core).map(\.description) == [], "what is bound must be sound", sourceLocation: sourceLocation)
    self.core = core
    self.diagnostics = diagnostics
    self.sources = sources
  }

  /// The functions, then why the rest is not bound.
  var functions: String {
    let text = BehaviourText(core)
    let bound = core.functions.map(text.text(of:))
    let unbound = core.operations.compactMap { operation -> String? in
      guard case .unbound(let unbound) = operation.implementation else { return nil }
      return "\(operation.name): \(unbound.reason.rawValue): \(unbound.explanation)"
    }
    return (bound + unbound).joined(separator: "\n")
  }

  var queries: String { core.queries.map(BehaviourText(core).text(of:)).joined(separator: "\n") }
  var errors: String { core.errors.map(BehaviourText(core).text(of:)).joined(separator: "\n") }
  var rows: String {
    let text = BehaviourText(core)
    return (core.rows.map(text.text(of:)) + core.mappings.map(text.text(of:))).joined(separator: "\n")
  }

  /// The notes of binding, as `code: message`.
  var notes: [String] { diagnostics.sorted.map { "\($0.code.rawValue): \($0.message)" } }
}
