import SpecIR
import SpecNaming
import Testing

@testable import SpecLowering

@Suite("Tables are found by name without looking at all of them")
struct TableNamesTests {
  private static let tables = [
    "users", "user_names", "username", "order_items", "OrderItems", "status", "statuses", "create_user", "people", "items", "__",
  ]
  private static let names = TableNames(Database(dialect: .sqlite, tables: tables.map { Table(name: $0) }))

  private static func found(_ ids: Set<TableID>) -> [String] { ids.sorted().map { tables[$0.index] } }

  @Test(
    "the same tables as by comparing with each of them",
    arguments: tables + ["user", "Users", "userName", "orderItem", "person", "", "list", "nothing"])
  func words(name: String) {
    let thing = Words(name)
    let compared = Self.tables.filter { Words($0).namesSameThing(as: thing) }
    #expect(Self.found(Self.names.tables(named: thing)) == compared)
  }

  @Test(
    "a schema describes what is left of its name without words of a role",
    arguments: [
      ("CreateUserRequest", ["users", "create_user"]), ("UserList", ["users"]), ("OrderItem", ["order_items", "OrderItems"]),
      ("NewPersonResponse", ["people"]), ("Item", ["items"]), ("Order", []),
    ] as [(String, [String])])
  func schemas(schema: String, tables: [String]) {
    #expect(Self.found(Self.names.tables(describedBy: schema)) == tables)
  }

  @Test func fullNames() {
    #expect(Self.names.table(fullName: "order_items") == TableID(3))
    #expect(Self.names.table(fullName: "Order_items") == nil)
  }
}
