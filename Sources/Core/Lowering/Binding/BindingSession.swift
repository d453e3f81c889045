import SpecDiagnostics
import SpecIR
import SpecNaming
import SpecSource

/// What binding has made so far.
struct BindingSession {
  var core: CoreModel
  let database: Database
  let tableNames: TableNames
  let hints: BindingHints
  var diagnostics: Diagnostics
  /// Leading segments that all paths share and that name nothing.
  let sharedPrefix: Int
  /// By what an error means, so that two operations that fail alike share it.
  var errorIDs: [ErrorKey: ErrorID] = [:]
  /// The first error of each condition, whatever its status.
  var twins: [ErrorCondition: ErrorID] = [:]
  var errorNames: Set<String> = []
  /// The queries by their names, no two of which are the same.
  private var queryIDs: [String: QueryID] = [:]
  private var rowNames: Set<String> = []
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
    tableNames = TableNames(database)
    sharedPrefix = PathReading.sharedPrefix(of: core.operations.map(\.path), tables: tableNames)
    errorNames = Set(core.errors.map(\.name))
    rowNames = Set(core.rows.map(\.name))
    for (index, query) in core.queries.enumerated() { queryIDs[query.name] = QueryID(index) }
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
    if rowNames.contains(name) { name = Words(database[table].qualifiedName.description).singular.pascal }
    rowNames.insert(name)
    core.rows.append(RowShape(name: name, table: table, columns: []))
    rowIDs[table] = id
    return id
  }

  /// Keeps a query, under its name where that is free or means the same, else under one that the operation makes its own.
  mutating func add(_ query: Query, for operation: OperationID) -> QueryID {
    var query = query
    if let known = known(query) { return known }
    if queryIDs[query.name] != nil {
      query.name += "_for_" + Words(core[operation].name).snake
      if let known = known(query) { return known }
    }
    var number = 2
    let base = query.name
    while queryIDs[query.name] != nil {
      query.name = "\(base)_\(number)"
      number += 1
    }
    let id = QueryID(core.queries.count)
    core.queries.append(query)
    queryIDs[query.name] = id
    core.provenance.add(Origin("table \(database[query.table].name)", at: database[query.table].place.range), to: .query(id))
    return id
  }

  private func known(_ query: Query) -> QueryID? {
    guard let id = queryIDs[query.name], core.queries[id.index] == query else { return nil }
    return id
  }

  /// Gives each row the columns that its mappings read, in the table's order, and counts columns by them from now on.
  mutating func finish() {
    let mappings = Dictionary(grouping: core.mappings.indices) { core.mappings[$0].row }
    for index in core.rows.indices {
      let own = mappings[RowID(index)] ?? []
      let used = Set(own.flatMap { core.mappings[$0].fields.flatMap { $0.value.columns } })
      let columns = database[core.rows[index].table].columnIDs.filter { used.contains($0.index) }
      core.rows[index].columns = columns
      let position = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($1.index, $0) })
      for mapping in own {
        core.mappings[mapping].fields = core.mappings[mapping].fields.map {
          Expression.FieldValue($0.field, $0.value.mappingColumns { position[$0] ?? $0 })
        }
      }
    }
  }
}
