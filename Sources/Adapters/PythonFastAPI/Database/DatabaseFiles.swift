import SpecAdapters
import SpecIR

/// Writes what depends on the model in `generated/db`, and the mapping beside it.
struct DatabaseFiles {
  private let target: PythonTarget
  private let names: TableNames

  init(_ target: PythonTarget) {
    self.target = target
    names = TableNames(target)
  }

  /// Whether operations answer for constraints: then `generated/db/refusals.py` is needed too.
  var hasConstraints: Bool { ConstraintItems(target) != nil }

  func files() -> [(path: String, file: PythonFile)] {
    let folder = "\(target.package.module)/generated"
    let files: [(String, PythonFile?)] = [
      ("db/constraints.py", ConstraintItems(target)?.file),
      ("db/models.py", TableItems(target, names)?.file),
      ("db/queries.py", QueryItems(target, names)?.file),
      ("mapping.py", MappingItems(target)?.file),
      ("shapes.py", JSONShapes(target).file),
    ]
    return files.compactMap { path, file in file.map { ("\(folder)/\(path)", $0) } }
  }

  /// The constant modules of `generated/db` that the backend needs beside those that every database has, in order.
  var modules: [DatabaseModule] {
    guard target.hasDatabase, let database = target.core.database else { return [] }
    var needed = Set(
      names.entries.flatMap { entry in
        entry.columns.flatMap { ColumnSpelling(target, database[entry.id][$0.id]).modules }
      })
    // The times of SQLite are texts, which `types.py` reads and writes.
    if target.options.database == .sqlite { needed.insert(.instants) }
    let bodies = target.core.functions.map(\.body)
    let expressions = bodies.flatMap(\.expressions) + target.core.mappings.flatMap { $0.fields.map(\.value) }
    for conversion in expressions.flatMap(\.conversions).map(\.innermost) {
      switch conversion {
      case .int64ToInt32: needed.insert(.narrowed)
      case .doubleToFloat: needed.insert(.single)
      case .doubleToDecimal: needed.insert(.decimals)
      case .textToScalar(.dateTime), .scalarToText(.dateTime): needed.insert(.instants)
      case .int32ToInt64, .floatToDouble, .int64ToDouble, .decimalToDouble, .boolToInt64, .int64ToBool,
        .enumerationToText, .textToEnumeration, .textToScalar, .scalarToText, .toJSON, .fromJSON, .optional, .each:
        continue
      }
    }
    if expressions.contains(where: { $0.applies(.decimalFits) }) { needed.insert(.fits) }
    if bodies.contains(where: \.makesIdentifiers) { needed.insert(.identifiers) }
    return DatabaseModule.allCases.filter(needed.contains)
  }
}

extension [Statement] {
  /// Whether some statement asks for a new identifier.
  fileprivate var makesIdentifiers: Bool {
    contains { statement in
      switch statement {
      case .effect(_, .newUUID): true
      case .unwrap(_, _, let block), .each(_, _, let block), .transaction(let block): block.makesIdentifiers
      case .branch(_, let then, let otherwise): then.makesIdentifiers || otherwise.makesIdentifiers
      case .effect(_, .now), .bind, .query, .fail, .return: false
      }
    }
  }
}
