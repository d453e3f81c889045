import SpecIR
import SpecNaming

/// The names of a row.
package struct RowNames: Hashable, Sendable {
  package let name: String
  /// By index of the row's columns.
  package let fields: [String]

  static func decide(_ core: CoreModel, _ rules: IdentifierRules) -> [RowNames] {
    var scope = rules.types.scope
    return core.rows.map { row in
      var fields = rules.fields.scope
      let table = core.database?[row.table]
      return RowNames(
        name: scope.claim(rules.types(row.name) + "Row"),
        fields: row.columns.map { fields.claim(rules.fields(table?[$0].name ?? "")) })
    }
  }
}
