import Foundation
import OpenAPIReader
import SpecDiagnostics
import SpecIR
import SpecLowering
import SpecSource
import Testing

/// Real documents, from the folder that SPECFORGE_SPECS names.
private let documents: [String] = {
  guard let folder = ProcessInfo.processInfo.environment["SPECFORGE_SPECS"] else {
    print("SPECFORGE_SPECS is not set: real documents are not bound")
    return []
  }
  let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
  let specs = files.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") || $0.hasSuffix(".json") }.sorted()
  return specs.map { "\(folder)/\($0)" }
}()

/// Tables of the names that contracts like, so that rules meet what they were not written for.
private let tables: Database = {
  let names = ["users", "pets", "orders", "repositories", "issues", "customers", "accounts", "messages", "files", "events"]
  return Database(
    dialect: .sqlite,
    tables: names.map { name in
      Table(
        name: name,
        columns: [
          Column(name: "id", type: .text(maxLength: nil), isNullable: false),
          Column(name: "name", type: .text(maxLength: 10)), Column(name: "status", type: .text(maxLength: nil)),
          Column(name: "created_at", type: .timestamp(hasZone: true), isNullable: false, defaultValue: .currentTimestamp),
        ], primaryKey: PrimaryKey(name: .chosen("\(name)_pkey"), columns: ["id"]))
    })
}()

@Test(arguments: documents)
func `no real document breaks binding`(_ path: String) throws {
  var sources = SourceMap()
  var diagnostics = Diagnostics()
  let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
  let id = sources.add(path: path, bytes: bytes)
  guard let document = OpenAPIReader.read(id, sources: &sources, loader: NoSources(), into: &diagnostics) else { return }
  let lowered = OpenAPILowering.lower(document, into: &diagnostics)
  let hints = BindingHintReader.hints(of: document, for: lowered, into: &diagnostics)
  for database in [Database(dialect: .sqlite), tables] {
    var core = lowered
    Binder.bind(&core, database: database, hints: hints, into: &diagnostics)
    #expect(BehaviourVerifier.faults(in: core) == [])
    let bound = core.operations.count { if case .function = $0.implementation { true } else { false } }
    #expect(database.tables.isEmpty == false || bound == 0, "nothing is bound without tables")
  }
}
