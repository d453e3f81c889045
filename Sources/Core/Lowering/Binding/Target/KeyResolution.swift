import SpecIR
import SpecNaming

/// Finds the columns that the path's parameters identify.
struct KeyResolution {
  let operation: Operation
  let core: CoreModel
  let database: Database

  /// Returns the key of one level.
  ///
  /// - Parameter fixed: columns that are known already: the references to the parent.
  func key(
    of level: PathReading.Level, in table: TableID, fixed: [ColumnID], stated: [OperationHint.Pair]
  ) throws(Refusal) -> [Target.KeyPart] {
    guard !level.parameters.isEmpty else { return [] }
    var parts: [Target.KeyPart] = []
    for name in level.parameters {
      let column = try column(for: name, level: level, table: table, stated: stated)
      parts.append(try part(name, column, of: table))
    }
    let columns = Set((parts.map(\.column) + fixed).map { database[table][$0].name })
    guard database[table].identifyingKeys.contains(where: { Set($0).isSubset(of: columns) }) else {
      let names = level.parameters.joined(separator: ", ")
      throw Refusal(.noTable, "no primary or unique key of \(database[table].name) is identified by the path parameter \(names)")
    }
    return parts
  }

  /// Returns a stated key, which may hold columns of any kind.
  func statedKey(_ pairs: [OperationHint.Pair], in table: TableID) throws(Refusal) -> [Target.KeyPart] {
    var parts: [Target.KeyPart] = []
    for pair in pairs {
      guard let column = database[table].column(named: pair.column) else {
        throw Refusal(
          .noTable, "the extension x-specforge names the column '\(pair.column)', which \(database[table].name) has not")
      }
      parts.append(try part(pair.name, column, of: table))
    }
    return parts
  }

  private func part(_ name: String, _ column: ColumnID, of table: TableID) throws(Refusal) -> Target.KeyPart {
    guard let index = operation.parameters.firstIndex(where: { $0.location == .path && $0.name == name }) else {
      throw Refusal(.unsupported, "the path parameter '\(name)' is not declared")
    }
    let type = operation.parameters[index].shape.type
    guard let fit = TypeFit.between(type, database[table][column].type, in: core, database: database), fit.isWritable else {
      throw Refusal(
        .unsupported,
        "the path parameter '\(name)' and the column \(database[table].name).\(database[table][column].name) differ in type")
    }
    return Target.KeyPart(column: column, parameter: index)
  }

  private func column(
    for name: String, level: PathReading.Level, table: TableID, stated: [OperationHint.Pair]
  ) throws(Refusal) -> ColumnID {
    let names = ColumnNames(table, in: database, stated: stated)
    var match = names.match(name)
    if match == .none, let lookup = level.lookup { match = names.match(lookup) }
    if match == .none { match = byThing(Words(name), level.thing.singular, names) }
    switch match {
    case .column(let id): return id
    case .none: throw Refusal(.noTable, "the path parameter '\(name)' names no column of \(database[table].name)")
    case .ambiguous: throw Refusal(.ambiguous, "several columns of \(database[table].name) fit the path parameter '\(name)'")
    }
  }

  /// `{user}` is the primary key of users, and `{itemId}` the column `id` where the path calls the thing an item.
  private func byThing(_ name: Words, _ thing: Words, _ names: ColumnNames) -> ColumnNames.Match {
    if name.isSame(as: thing), let key = names.table.primaryKey, key.columns.count == 1,
      let column = names.table.column(named: key.columns[0])
    {
      return .column(column)
    }
    guard name.words.count > thing.words.count, Array(name.words.prefix(thing.words.count)) == thing.words else { return .none }
    return names.match(Words(words: Array(name.words.dropFirst(thing.words.count))))
  }
}
