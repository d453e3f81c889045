import Foundation
import SpecAdapters
import SpecDiagnostics
import SpecIR
import SpecPipeline
import SpecTemplates
import SpecWriting
import Testing

@testable import PythonFastAPIAdapter

/// What is written about the database and about behaviour, for the examples.
@Suite("The database and the services of the examples")
struct DatabaseYardstickTests {
  private static let root =
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private func target(_ example: String, _ database: SQLDialect) throws -> PythonTarget {
    let folder = Self.root.appending(path: "examples/\(example)").path
    var pipeline = Pipeline(files: try #require(ProjectFiles(root: folder)))
    let inputs = Configuration.Inputs(openAPI: ConfiguredPath("openapi.yaml"), migrations: ConfiguredPath("migrations"))
    let read = pipeline.core(inputs)
    let core = try #require(read)
    var diagnostics = Diagnostics()
    return PythonTarget(core, options: TargetOptions(target: "api", package: example, database: database), into: &diagnostics)
  }

  private func files(_ example: String, _ database: SQLDialect) throws -> [String: String] {
    let target = try target(example, database)
    let files = DatabaseFiles(target).files() + ServiceFiles(target).files()
    return Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.file.printed().text) })
  }

  private func yardstick(_ folder: String, _ path: String) throws -> String {
    try String(contentsOf: Self.root.appending(path: "Tests/Yardsticks/\(folder)/\(path)"), encoding: .utf8)
  }

  @Test(
    "what depends on the model is as it was written by hand",
    arguments: [
      "users/generated/db/models.py", "users/generated/db/queries.py", "users/generated/db/constraints.py",
      "users/generated/mapping.py", "users/services/__init__.py", "users/services/users.py",
    ])
  func written(_ path: String) throws { #expect(try files("users", .sqlite)[path] == yardstick("users-fastapi", path)) }

  @Test("PostgreSQL differs in how constraints are recognised, and in nothing else")
  func databases() throws {
    let path = "users/generated/db/constraints.py"
    let sqlite = try files("users", .sqlite)
    let postgres = try files("users", .postgres)
    #expect(try postgres[path] == yardstick("users-fastapi-postgres", path))
    #expect(sqlite.filter { $0.key != path } == postgres.filter { $0.key != path })
  }

  @Test("the modules that a database needs, each of which is a template", arguments: [
    ("users", SQLDialect.sqlite, ["instants"]), ("users", .postgres, []),
    ("petstore", .sqlite, ["identifiers", "instants", "json", "real", "uuids"]), ("petstore", .postgres, ["identifiers"]),
    ("shop", .sqlite, ["exact", "fits", "instants", "json", "uuids"]), ("shop", .postgres, ["fits", "spelled"]),
  ])
  func modules(_ example: String, _ database: SQLDialect, _ expected: [String]) throws {
    let modules = DatabaseFiles(try target(example, database)).modules
    #expect(modules.map(\.rawValue) == expected)
    let folder = database == .sqlite ? "sqlite" : "postgres"
    let paths = Set(TemplateSet(embedded: EmbeddedTemplates.texts).paths)
    for module in modules {
      let path = "package/generated/db/\(module.rawValue).py"
      #expect(DatabaseModule(template: path) == module)
      #expect(paths.contains("python-fastapi/\(path)") != paths.contains("python-fastapi/\(folder)/\(path)"), "\(path)")
    }
  }

  /// Lines of the other examples that say one thing each.
  @Test(arguments: [
    // What is sorted by may be NULL, which PostgreSQL would put last.
    ("shop", SQLDialect.postgres, "generated/db/queries.py", "customers.c.born_on.asc().nulls_first(),"),
    ("shop", .sqlite, "generated/db/queries.py", "ListCustomersSort.BORN_ON: customers.c.born_on.asc(),"),
    // Labels and exact numbers have types of their own.
    ("shop", .postgres, "generated/db/models.py", "status: Column[str] = Column(Spelled(\"order_status\"), nullable=False)"),
    ("shop", .sqlite, "generated/db/models.py", "price: Column[Decimal] = Column(Exact(2), nullable=False)"),
    ("shop", .postgres, "generated/db/models.py", "labels: Column[list[str]] = Column(ARRAY(Text), nullable=False)"),
    ("shop", .sqlite, "generated/db/models.py", "labels: Column[list[str]] = Column(JsonList(list[str]), nullable=False)"),
    ("shop", .sqlite, "generated/db/models.py", "id = Column(UuidText, primary_key=True, server_default=FetchedValue())"),
    // SQLite does not name a foreign key, PostgreSQL does.
    ("shop", .sqlite, "generated/db/constraints.py", "\"FOREIGN KEY constraint failed\": Constraint.FOREIGN_KEY,"),
    ("shop", .postgres, "generated/db/constraints.py", "ORDERS_PRODUCT_ID_FKEY = \"orders_product_id_fkey\""),
    // Several queries of which one writes are one transaction; what refuses may speak up at its end.
    ("shop", .sqlite, "services/orders.py", "        with refusals(_CREATE_CUSTOMER_ORDER_REFUSALS):\n            async with db.atomically(connection):\n"),
    ("shop", .sqlite, "services/products.py", "    if len(request.sku) > _LENGTH_32:\n        raise SkuTooLongError\n"),
    ("shop", .sqlite, "services/products.py", "    if not fits(request.price, 12, 2):\n        raise PriceTooLargeError\n"),
    // What constraints mean is said once, however many functions they refuse.
    ("shop", .sqlite, "services/customers.py", "\n_REFUSALS: Final = {Constraint.CUSTOMERS_EMAIL_KEY: EmailTakenError}\n"),
    ("shop", .sqlite, "services/customers.py", "\n_DELETE_CUSTOMER_REFUSALS: Final = {Constraint.FOREIGN_KEY: CustomerInUseError}\n"),
    // A page has at least one row, so that nothing is divided by zero.
    ("shop", .sqlite, "services/orders.py", "total_pages=-(-total // query.size),"),
    ("petstore", .sqlite, "services/pets.py", "    id_ = new_identifier()\n"),
    ("petstore", .sqlite, "generated/mapping.py", "address=Address.model_validate(row.address),"),
    ("petstore", .sqlite, "generated/db/queries.py", "func.instr(pets.c.name, bindparam(\"name_contains\", type_=String)) > 0"),
    // A statement is built once, or once for each choice of what may be left out; values are given when it is run.
    ("petstore", .sqlite, "generated/db/queries.py", "@lru_cache\ndef _list_owners_query(*, email: bool) -> Select[*tuple[Any, ...]]:\n"),
    ("petstore", .sqlite, "generated/db/queries.py", "    statement = _list_owners_query(email=email is not None)\n"),
    ("petstore", .sqlite, "generated/db/queries.py", "_INSERT_PET_QUERY: Final = insert(pets).values(created_at=NOW).returning(*_PET_ROW)\n"),
    ("petstore", .sqlite, "generated/db/queries.py", "    if values.owner_id is not ABSENT:\n        given[\"owner_id\"] = values.owner_id\n"),
    // An update that sets nothing finds its row all the same.
    ("petstore", .sqlite, "generated/db/queries.py", "_UPDATE_PET_QUERY if given else _UPDATE_PET_QUERY.values(name=pets.c.name)\n"),
    ("petstore", .postgres, "generated/db/queries.py", "func.strpos(pets.c.name, bindparam(\"name_contains\", type_=String)) > 0"),
  ])
  func says(_ example: String, _ database: SQLDialect, _ path: String, _ line: String) throws {
    let text = try #require(try files(example, database)["\(example)/\(path)"])
    #expect(text.contains(line), "\(text)")
  }
}
