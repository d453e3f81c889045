import SpecDocuments
import SpecIR
import SpecSource

extension CoreModel {
  /// Returns where the node that a pointer into the request names was written, or else the node around it.
  func origin(at pointer: JSONPointer) -> SourceRange? {
    let tokens = pointer.tokens
    guard tokens.count > 2, tokens[0] == "core" else { return nil }
    guard tokens[1] != "database" else { return databaseOrigin(tokens.dropFirst(2)) }
    guard let index = Int(tokens[2]) else { return nil }
    let inner = tokens.count > 4 ? Int(tokens[4]).map { (tokens[3], $0) } : nil
    switch (tokens[1], inner) {
    case ("models", ("fields", let field)?): return origin(.field(ModelID(index), field)) ?? origin(.model(ModelID(index)))
    case ("models", _): return origin(.model(ModelID(index)))
    case ("operations", ("parameters", let parameter)?):
      return origin(.parameter(OperationID(index), parameter)) ?? origin(.operation(OperationID(index)))
    case ("operations", _): return origin(.operation(OperationID(index)))
    case ("functions", _): return origin(.function(FunctionID(index)))
    case ("queries", _): return origin(.query(QueryID(index)))
    case ("mappings", _): return origin(.mapping(MappingID(index)))
    case ("errors", _): return origin(.error(ErrorID(index)))
    default: return nil
    }
  }

  private func origin(_ node: CoreNode) -> SourceRange? { provenance[node].lazy.compactMap(\.range).first }

  /// - Parameter tokens: those below `/core/database`.
  private func databaseOrigin(_ tokens: ArraySlice<String>) -> SourceRange? {
    guard let database, let list = tokens.first, let index = tokens.dropFirst().first.flatMap({ Int($0) }) else { return nil }
    let inner = tokens.dropFirst(2)
    switch list {
    case "tables": return database.tables.at(index).flatMap { $0.origin(inner) }
    case "enums": return database.enums.at(index)?.place.range
    case "migrations":
      guard let migration = database.migrations.at(index) else { return nil }
      let change = inner.first == "changes" ? inner.dropFirst().first.flatMap { Int($0) } : nil
      return change.flatMap { migration.changes.at($0)?.origin(inner.dropFirst(2)) } ?? migration.place.range
    default: return nil
    }
  }
}

extension LocatedChange {
  /// - Parameter tokens: those below the change, such as `change`, `table`, `columns` and `3`.
  fileprivate func origin(_ tokens: ArraySlice<String>) -> SourceRange? {
    switch (change, tokens.dropFirst().first) {
    case (.createTable(let table), "table"): table.origin(tokens.dropFirst(2)) ?? place.range
    case (.rebuildTable(let rebuild), "after"): rebuild.after.origin(tokens.dropFirst(2)) ?? place.range
    case (.alterTable(_, .addColumn(let column)), "change"): column.place.range ?? place.range
    default: place.range
    }
  }
}

extension Table {
  fileprivate func origin(_ tokens: ArraySlice<String>) -> SourceRange? {
    guard let list = tokens.first else { return place.range }
    guard let index = tokens.dropFirst().first.flatMap({ Int($0) }) else {
      return (list == "primaryKey" ? primaryKey?.place.range : nil) ?? place.range
    }
    let inner: SourcePlace? =
      switch list {
      case "columns": columns.at(index)?.place
      case "uniques": uniques.at(index)?.place
      case "foreignKeys": foreignKeys.at(index)?.place
      case "checks": checks.at(index)?.place
      case "indexes": indexes.at(index)?.place
      default: nil
      }
    return inner?.range ?? place.range
  }
}

extension Array {
  /// The element at a position that may lie anywhere.
  fileprivate func at(_ index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
