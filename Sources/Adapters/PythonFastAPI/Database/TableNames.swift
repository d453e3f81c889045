import SpecAdapters
import SpecIR
import SpecNaming

/// The names of the tables that queries ask, and of their columns.
struct TableNames {
  struct Entry {
    let id: TableID
    /// `users`
    let variable: String
    /// `UsersColumns`
    let type: String
    /// The columns that some query names, in the order of the table, with their attributes.
    let columns: [(id: ColumnID, attribute: String)]

    func attribute(of column: ColumnID) -> String { columns.first { $0.id == column }?.attribute ?? "_" }
  }

  /// In the order of the tables.
  let entries: [Entry]

  /// What a collection of columns has itself, and the types that annotations of columns name: a column of the same name
  /// would hide it. `values(self=…)` is no call that Python allows, and neither is `values(fn=…)`.
  ///
  /// Source: SQLAlchemy's API documentation, `ReadOnlyColumnCollection`; `sqlalchemy.sql.base._generative`.
  private static let reserved = ReservedWords(
    PythonNames.keywords.union([
      "compare", "contains_column", "corresponding_column", "get", "items", "keys", "values", "bool", "bytes", "date", "datetime",
      "float", "fn", "int", "list", "object", "self", "str", "_",
    ]))

  init(_ target: PythonTarget) {
    guard let database = target.core.database else {
      entries = []
      return
    }
    var named: [TableID: Set<ColumnID>] = [:]
    for query in target.core.queries {
      named[query.table, default: []].formUnion(query.columns)
      if let row = query.row { named[query.table, default: []].formUnion(target.core[row].columns) }
    }
    var variables = NameScope(reserved: PythonNames.reserved)
    for name in Self.imported { variables.reserve(name) }
    var types = NameScope(reserved: PythonNames.types, mark: PythonNames.numberMark)
    for row in target.names.rows { types.reserve(row.name) }
    entries = database.tables.indices.map(TableID.init).compactMap { id in
      guard let wanted = named[id] else { return nil }
      let table = database[id]
      var scope = NameScope(reserved: Self.reserved)
      return Entry(
        id: id, variable: variables.claim(PythonNames.value(table.name)),
        type: types.claim(PythonNames.type(table.name) + "Columns"),
        columns: table.columnIDs.filter(wanted.contains).map { ($0, scope.claim(PythonNames.field(table[$0].name))) })
    }
  }

  /// Functions that `queries.py` and `models.py` import, and what functions name inside.
  static let imported = [
    "bindparam", "by_code_points", "cast", "connection", "delete", "direction", "exists", "func", "given", "insert", "lru_cache",
    "result", "row", "select", "statement", "term", "update", "values", "dataclass", "date", "datetime",
  ]

  subscript(id: TableID) -> Entry? { entries.first { $0.id == id } }
}

extension PythonNames {
  /// What no parameter may be in a file that names more.
  static func reserved(with names: [String]) -> ReservedWords {
    ReservedWords(keywords.union(softKeywords).union(builtins).union(["self", "cls"]).union(names))
  }
}

extension Query {
  /// The columns that the query's text names, but for those of the row that it gives.
  fileprivate var columns: [ColumnID] {
    var columns = filters.map(\.column) + assignments.map(\.column)
    if case .select(let select) = kind {
      for order in select.order {
        switch order {
        case .column(let id, _): columns.append(id)
        case .chosen(_, let choices, _): columns += choices.map(\.column)
        }
      }
    }
    return columns
  }

  /// The row that the query gives, or of which it gives several.
  var row: RowID? {
    switch kind {
    case .select(let select): select.row
    case .insert(let insert): insert.returning
    case .update(let update): update.returning
    case .count, .exists, .delete: nil
    }
  }
}
