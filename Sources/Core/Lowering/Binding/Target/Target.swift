import SpecIR

/// The table that an operation is about, with the way to it.
struct Target {
  let table: TableID
  /// The tables of the path's outer levels, outermost first.
  let parents: [Parent]
  /// What identifies one row: columns of the table, the references to the parent left aside.
  let key: [KeyPart]
  /// What was found for this table and no other.
  let evidence: [String]

  /// One outer level of the path.
  struct Parent {
    let table: TableID
    let key: [KeyPart]
    /// The reference from the next level's table to this one.
    let link: ForeignKey
  }

  /// A column with the path parameter that it must equal.
  struct KeyPart: Hashable {
    let column: ColumnID
    /// By index in ``Operation/parameters``.
    let parameter: Int
  }
}

extension Target {
  /// The columns of a level's table that refer to its parent, with the parameters that identify the parent.
  static func references(of link: ForeignKey, in table: Table, to parent: Table, key: [KeyPart]) -> [KeyPart] {
    zip(link.columns, link.referencedColumns).compactMap { column, referenced in
      guard let own = table.column(named: column), let target = parent.column(named: referenced) else { return nil }
      return key.first { $0.column == target }.map { KeyPart(column: own, parameter: $0.parameter) }
    }
  }

  /// The columns of this table that refer to the parent, with the parameters that identify the parent.
  func parentReferences(in database: Database) -> [KeyPart] {
    guard let parent = parents.last else { return [] }
    return Self.references(of: parent.link, in: database[table], to: database[parent.table], key: parent.key)
  }
}
