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
}
