/// Chooses names for constraints and indexes that have none, as PostgreSQL 15 does, so that they are known before it runs.
///
/// Source of the rules: `makeObjectName`, `ChooseRelationName` and `ChooseConstraintName` in PostgreSQL's `indexcmds.c` and
/// `pg_constraint.c`: parts joined by `_`, cut to 63 bytes, numbered where taken.
public struct ConstraintNaming: Sendable {
  /// Names that are taken in the schema; never changed here, so that many namings share it.
  private let taken: Set<String>
  /// Names that were taken since.
  private var added: Set<String> = []

  /// Where counting goes on for names that were numbered before.
  private var counts: [String: Int] = [:]

  public init(taken: Set<String>) { self.taken = taken }

  public mutating func take(_ name: String) { added.insert(name) }

  public mutating func primaryKey(of table: String) -> ConstraintName { choose(table, nil, "pkey") }

  public mutating func unique(_ columns: [String], of table: String) -> ConstraintName {
    choose(table, columns.joined(separator: "_"), "key")
  }

  public mutating func foreignKey(_ columns: [String], of table: String) -> ConstraintName {
    choose(table, columns.joined(separator: "_"), "fkey")
  }

  /// A check of exactly one column is named after it.
  public mutating func check(of columns: [String], of table: String) -> ConstraintName {
    choose(table, columns.count == 1 ? columns[0] : nil, "check")
  }

  public mutating func index(_ parts: [IndexPart], of table: String) -> ConstraintName {
    choose(table, Self.name(of: parts), "idx")
  }

  public mutating func sequence(_ column: String, of table: String) -> ConstraintName { choose(table, column, "seq") }

  private mutating func choose(_ first: String, _ second: String?, _ label: String) -> ConstraintName {
    let base = Self.join(first, second, label)
    var number = counts[base] ?? 0
    while true {
      let name = number == 0 ? base : Self.join(first, second, "\(label)\(number)")
      number += 1
      guard !taken.contains(name), added.insert(name).inserted else { continue }
      counts[base] = number
      return .chosen(name)
    }
  }

  /// An expression is named after the function that it calls, else `expr`; repeated names are numbered.
  private static func name(of parts: [IndexPart]) -> String {
    var names: [String] = []
    for part in parts {
      let base: String
      switch part.value {
      case .column(let name): base = name
      case .expression(.call(let function, _)): base = function.rawValue
      case .expression: base = "expr"
      }
      var name = base
      var number = 1
      while names.contains(name) {
        name = "\(base)\(number)"
        number += 1
      }
      names.append(name)
    }
    return names.joined(separator: "_")
  }

  /// Joins the parts and cuts the longer of the first two until 63 bytes are enough.
  static func join(_ first: String, _ second: String?, _ label: String) -> String {
    var first = first
    var second = second ?? ""
    let overhead = label.utf8.count + 1 + (second.isEmpty ? 0 : 1)
    while first.utf8.count + second.utf8.count + overhead > 63 {
      if first.utf8.count > second.utf8.count { first.unicodeScalars.removeLast() } else { second.unicodeScalars.removeLast() }
      if first.isEmpty && second.isEmpty { break }
    }
    return second.isEmpty ? "\(first)_\(label)" : "\(first)_\(second)_\(label)"
  }
}
