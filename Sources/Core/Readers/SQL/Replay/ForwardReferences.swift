internal import SpecDiagnostics
internal import SpecIR

extension Replay {
  /// Looks again at foreign keys whose table did not exist when they were written, which SQLite allows.
  mutating func resolveForwardReferences() {
    for table in catalog.tables {
      var resolved = table
      for index in resolved.foreignKeys.indices { resolve(&resolved.foreignKeys[index]) }
      catalog.replace(resolved)
    }
  }

  private mutating func resolve(_ key: inout ForeignKey) {
    guard let target = existingTable(key.references) else {
      diagnostics.report(
        .sqlTableUnknown, "table `\(key.references)` does not exist after the last migration", at: key.place.range,
        hint: "Create it, or drop the foreign key.")
      return
    }
    key = Self.resolved(key, to: target)
    guard let problem = Self.mismatch(key.referencedColumns, count: key.columns.count, in: target) else { return }
    diagnostics.report(
      .sqlReferenceMismatch, problem, at: key.place.range,
      hint: "Refer to the primary key or to the columns of a unique constraint of `\(target.name)`.")
  }

  /// Returns the key with the names of its target spelled as declared.
  private static func resolved(_ key: ForeignKey, to target: Table) -> ForeignKey {
    var key = key
    key.references = target.qualifiedName
    if key.referencedColumns.isEmpty {
      key.referencedColumns = target.primaryKey?.columns ?? []
    } else {
      key.referencedColumns = key.referencedColumns.map { name in
        target.columns.first { $0.name.lowercased() == name.lowercased() }?.name ?? name
      }
    }
    return key
  }
}
