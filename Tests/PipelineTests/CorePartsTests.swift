import SpecIR
import SpecPipeline
import Testing

@Suite("Parts of a CoreModel")
struct CorePartsTests {
  private func core(_ models: [String], operation path: String = "/users", answer: Int) -> CoreModel {
    var core = CoreModel(service: ServiceInfo(title: "T", version: "1"))
    core.models = models.map { Model(name: $0, kind: .structure(Structure(fields: []))) }
    core.operations = [
      Operation(
        name: "list", method: .get, path: PathTemplate(path), group: "users", queryModel: ModelID(answer),
        implementation: .unbound(.init(.noTable, "None.")))
    ]
    return core
  }

  @Test("an operation is named by method and path, and does not change when a model is put before its own")
  func stable() {
    let before = CoreParts(core(["User"], answer: 0)).all
    let after = CoreParts(core(["Account", "User"], answer: 1)).all
    #expect(before.map(\.name) == ["GET /users", "User"])
    #expect(after.map(\.name) == ["GET /users", "Account", "User"])
    #expect(before[0].text == after[0].text)
    #expect(before[1].text == after[2].text)
  }

  @Test("an operation that refers to another model is another one")
  func reference() {
    let before = CoreParts(core(["User", "Account"], answer: 0)).all
    let after = CoreParts(core(["User", "Account"], answer: 1)).all
    #expect(before[0].text != after[0].text)
  }

  /// A model whose operation is implemented by one query, behind so many queries of others.
  private func implemented(behind others: Int = 0, _ order: [Order] = [], documentation: String? = nil) -> CoreModel {
    var core = core(["User"], answer: 0)
    core.rows = [RowShape(name: "User", table: TableID(0), columns: [ColumnID(0)])]
    let other = Query(name: "other", table: TableID(0), parameters: [], kind: .count(where: []))
    let query = Query(
      name: "list_users", table: TableID(0), parameters: [],
      kind: .select(Select(row: RowID(0), order: order, outcome: .many)), documentation: documentation)
    core.queries = Array(repeating: other, count: others) + [query]
    core.functions = [
      Function(
        name: "list", group: "users", documentation: documentation, parameterCount: 0, result: .list(.row(RowID(0))),
        locals: [.init("users", .list(.row(RowID(0))))],
        body: [.query(LocalID(0), QueryCall(QueryID(others), arguments: [])), .return(.local(LocalID(0)))])
    ]
    core.operations[0].implementation = .function(FunctionID(0), arguments: [])
    return core
  }

  private func rules(_ core: CoreModel) -> [CoreParts.Part] { CoreParts(core).all.filter { $0.kind == .rule } }

  @Test("a rule has its operation's name; what its queries do is part of it, what stands before them or explains them is not")
  func rules() {
    let before = rules(implemented())
    #expect(before.map(\.name) == ["GET /users"])
    #expect(rules(implemented(behind: 2, documentation: "Lists users.")) == before)
    #expect(rules(implemented([.column(ColumnID(0), .ascending)])) != before)
    #expect(rules(core(["User"], answer: 0)) == [])
  }
}
