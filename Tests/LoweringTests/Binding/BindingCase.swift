import Testing

/// A contract and tables, with what binding makes of them.
struct BindingCase: Sendable, CustomTestStringConvertible {
  let name: String
  let contract: String
  let sql: String
  let bound: String

  init(_ name: String, _ contract: String, sql: String, bound: String) {
    self.name = name
    self.contract = contract
    self.sql = sql
    self.bound = bound
  }

  var testDescription: String { name }

  /// Binds, and compares the functions and, where they have any, the other parts that are named.
  func check(showing parts: [String]) throws {
    let result = try Bound(contract, sql: sql)
    var text = result.functions
    for part in parts {
      let shown =
        switch part {
        case "queries": result.queries
        case "errors": result.errors
        case "rows": result.rows
        default: result.notes.filter { !$0.hasPrefix("operation-unbound") }.joined(separator: "\n")
        }
      if !shown.isEmpty { text += "\n-- \(part)\n\(shown)" }
    }
    #expect(text == bound)
  }
}
