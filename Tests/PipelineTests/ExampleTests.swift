import Foundation
import SpecAdapters
import SpecDiagnostics
import SpecIR
import SpecPipeline
import SpecWriting
import Testing

/// The examples beside the users: every operation meets its table, and every target becomes files.
@Suite("Examples")
struct ExampleTests {
  private func pipeline(_ example: String) throws -> Pipeline {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let root = tests.deletingLastPathComponent().appending(path: "examples/\(example)").path
    return Pipeline(files: try #require(ProjectFiles(root: root)))
  }

  @Test("every operation is bound, and nothing is found wrong", arguments: [("petstore", 11), ("shop", 15)])
  func bound(_ example: String, operations: Int) throws {
    var pipeline = try pipeline(example)
    // A macro cannot call what changes the pipeline.
    let read = pipeline.configuration(at: "specforge.yaml")
    let configuration = try #require(read)
    let made = pipeline.core(configuration.inputs)
    let core = try #require(made)
    #expect(core.operations.count == operations)
    let unbound = core.operations.filter { if case .function = $0.implementation { false } else { true } }
    #expect(unbound.map(\.name) == [])
    for target in configuration.targets {
      let files = try pipeline.generate(core, for: target).map(\.path.description)
      #expect(files.contains { $0.contains("/generated/db/queries.") }, "\(target.name)")
    }
    #expect(pipeline.diagnostics.sorted.map(\.message) == [])
  }

  @Test("both databases sort alike: NULL first, texts by code point", arguments: [
    (SQLDialect.postgres, ["born_on NULLS FIRST", "born_on DESC NULLS LAST", "name COLLATE \\\"C\\\" DESC"]),
    (.sqlite, ["\"born_on, id\"", "\"born_on DESC, id\"", "\"name DESC, id\"", "\"products.price DESC, id\""]),
  ])
  func order(_ engine: SQLDialect, terms: [String]) throws {
    var pipeline = try pipeline("shop")
    // A macro cannot call what changes the pipeline.
    let read = pipeline.configuration(at: "specforge.yaml")
    let configuration = try #require(read)
    let made = pipeline.core(configuration.inputs)
    let core = try #require(made)
    let target = try #require(configuration.targets.first { $0.database == engine })
    let files = try pipeline.generate(core, for: target)
    let queries = try #require(files.first { $0.path.description == "src/generated/db/queries.rs" }).text
    for term in terms { #expect(queries.contains(term), "\(term)") }
  }

  /// SQLite does not say which reference is broken, so the path's is looked up and the other one is meant.
  @Test("a broken reference is told from a path that leads nowhere", arguments: SQLDialect.allCases)
  func references(_ dialect: SQLDialect) throws {
    var pipeline = try pipeline("shop")
    let read = pipeline.configuration(at: "specforge.yaml")
    let configuration = try #require(read)
    let made = pipeline.core(configuration.inputs)
    let target = try #require(configuration.targets.first { $0.database == dialect })
    let files = try pipeline.generate(try #require(made), for: target)
    let orders = try #require(files.first { $0.path.description == "src/services/orders.rs" }).text
    let constraint = dialect == .sqlite ? "ForeignKey" : "OrdersProductIdFkey"
    #expect(orders.contains("Some(Constraint::\(constraint)) => Self::UnknownProduct"))
    #expect(orders.contains("customer_exists_by_id"))
  }

  @Test("a page beside its list says how many rows it may hold, not how many it has")
  func pageSize() throws {
    var pipeline = try pipeline("shop")
    let read = pipeline.configuration(at: "specforge.yaml")
    let configuration = try #require(read)
    let made = pipeline.core(configuration.inputs)
    let target = try #require(configuration.targets.first)
    let files = try pipeline.generate(try #require(made), for: target)
    let products = try #require(files.first { $0.path.description == "src/services/products.rs" }).text
    #expect(products.contains("size: query.size,"))
  }
}
