import SpecIR
import Testing

@Suite("A catalog finds its tables through all changes")
struct CatalogTests {
  private func catalog(_ changes: [SchemaChange]) -> Catalog {
    var catalog = Catalog()
    for change in changes { catalog.apply(change) }
    return catalog
  }

  private func make(_ names: String...) -> [SchemaChange] { names.map { .createTable(Table(name: $0)) } }

  @Test func aDropMovesTheTablesAfterIt() {
    let catalog = catalog(make("a", "b", "c") + [.dropTable(QualifiedName("a"))])
    #expect(catalog.table(QualifiedName("a")) == nil)
    #expect(catalog.table(QualifiedName("c"))?.name == "c")
    #expect(catalog.tables.map(\.name) == ["b", "c"])
  }

  @Test func aRenamedTableIsFoundByItsNewNameAlone() {
    let catalog = catalog(make("a", "b") + [.renameTable(QualifiedName("a"), to: QualifiedName("z"))])
    #expect(catalog.table(QualifiedName("a")) == nil)
    #expect(catalog.table(QualifiedName("z"))?.name == "z")
    #expect(catalog.tables.map(\.name) == ["z", "b"])
  }

  @Test func aRebuiltTableMayHaveItsNameInOtherLetters() {
    let rebuild = TableRebuild(name: QualifiedName("a"), after: Table(name: "A"), copy: [])
    let catalog = catalog(make("a", "b") + [.rebuildTable(rebuild)])
    #expect(catalog.table(QualifiedName("a")) == nil)
    #expect(catalog.table(QualifiedName("A"))?.name == "A")
  }

  @Test func caseIsLeftToWhoeverAsks() {
    let catalog = catalog(make("Users", "users"))
    #expect(catalog.table(QualifiedName("users"))?.name == "users")
    #expect(catalog.tables(likeNamed: QualifiedName("USERS")).map(\.name) == ["Users", "users"])
    #expect(catalog.tables(likeNamed: QualifiedName(schema: "other", "users")).isEmpty)
  }
}
