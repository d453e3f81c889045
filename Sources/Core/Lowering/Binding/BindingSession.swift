import SpecDiagnostics
import SpecIR
import SpecNaming
import SpecSource

/// What binding has made so far.
struct BindingSession {
  var core: CoreModel
  let database: Database
  let hints: BindingHints
  var diagnostics: Diagnostics
  /// Leading segments that all paths share and that name nothing.
  let sharedPrefix: Int
  /// By what an error means, so that two operations that fail alike share it.
  var errorIDs: [ErrorKey: ErrorID] = [:]
  /// The first error of each condition, whatever its status.
  var twins: [ErrorCondition: ErrorID] = [:]
  var errorNames: Set<String> = []
  /// By table: while binding goes on, rows hold no columns and mappings count columns as the table does.
  var rowIDs: [TableID: RowID] = [:]
  var mappingIDs: [MappingKey: MappingID] = [:]

  struct MappingKey: Hashable {
    let table: TableID
    let model: ModelID
    /// The pairs that the operation's extension states, which make it a mapping of its own.
    let stated: [String]
  }

  init(core: CoreModel, database: Database, hints: BindingHints, diagnostics: Diagnostics) {
    self.core = core
    self.database = database
    self.hints = hints
    self.diagnostics = diagnostics
    sharedPrefix = PathReading.sharedPrefix(of: core.operations.map(\.path), database: database)
    errorNames = Set(core.errors.map(\.name))
  }

  /// Reports a note at the operation.
  mutating func note(_ code: DiagnosticCode, _ message: String, _ id: OperationID) {
    diagnostics.report(code, message, at: core.provenance[.operation(id)].first?.range)
  }

  /// Returns the row shape of a table; its columns are gathered when binding is done.
  mutating func row(of table: TableID) -> RowID {
    if let id = rowIDs[table] { return id }
    let id = RowID(core.rows.count)
    var name = Words(database[table].name).singular.pascal
    if core.rows.contains(where: { $0.name == name }) { name = Words(database[table].qualifiedName.description).singular.pascal }
    core.rows.append(RowShape(name: name, table: table, columns: []))
    rowIDs[table] = id
    return id
  }

  /// Keeps a query, under its name where that is free or means the same, else under one that the operation makes its own.
  mutating func add(_ query: Query, for operation: OperationID) -> QueryID {
    var query = query
    if let index = core.queries.firstIndex(of: query) { return QueryID(index) }
    if core.queries.contains(where: { $0.name == query.name }) {
      query.name += "_for_" + Words(core[operation].name).snake
      if let index = core.queries.firstIndex(of: query) { return QueryID(index) }
    }
    var number = 2
    let base = query.name
    while core.queries.contains(where: { $0.name == query.name }) {
      query.name = "\(base)_\(number)"
      number += 1
    }
    core.queries.append(query)
    let id = QueryID(core.queries.count - 1)
    core.provenance.add(Origin("table \(database[query.table].name)", at: database[query.table].place.range), to: .query(id))
    return id
  }

  /// Gives each row the columns that its mappings read, in the table's order, and counts columns by them from now on.
  mutating func finish() {
    for index in core.rows.indices {
      let id = RowID(index)
      let used = Set(core.mappings.filter { $0.row == id }.flatMap { $0.fields.flatMap { $0.value.columns } })
      let columns = database[core.rows[index].table].columnIDs.filter { used.contains($0.index) }
      core.rows[index].columns = columns
      let position = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($1.index, $0) })
      for mapping in core.mappings.indices where core.mappings[mapping].row == id {
        core.mappings[mapping].fields = core.mappings[mapping].fields.map {
          Expression.FieldValue($0.field, $0.value.mappingColumns { position[$0] ?? $0 })
        }
      }
    }
  }
}
