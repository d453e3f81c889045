import SpecAdapters
import SpecDiagnostics
import SpecIR
import Testing

@testable import PythonFastAPIAdapter

/// What the generated test of the contract compares, and what it lists instead.
@Suite("What FastAPI can derive")
struct DescriptionTests {
  /// The users example with another operation `get_user`.
  private func gap(_ change: (inout SpecIR.Operation) -> Void) throws -> String? {
    var core = try Contracts.core("users")
    let index = try #require(core.operations.firstIndex { $0.name == "get_user" })
    change(&core.operations[index])
    return Description(target(core)).gap(of: OperationID(index))
  }

  private func target(_ core: CoreModel) -> PythonTarget {
    var diagnostics = Diagnostics()
    return PythonTarget(core, options: TargetOptions(target: "api", package: "users", database: .sqlite), into: &diagnostics)
  }

  private static let unbound = Implementation.unbound(.init(.noTable, "no table fits"))

  @Test("each operation says what cannot be derived")
  func gaps() throws {
    #expect(try gap { _ in } == nil)
    #expect(try gap { $0.implementation = Self.unbound } == "It answers 501.")
    let cookie = Parameter(
      name: "x", location: .cookie, style: .form, isExploded: true, shape: Shape(.scalar(.string)), presence: .optional)
    #expect(try gap { $0.parameters.append(cookie) } == "It has parameters that nobody reads.")
    #expect(try gap { $0.responses.append(Response(status: .default)) } == "It has answers without a schema for errors.")
    #expect(
      try gap { $0.body = RequestBody(isRequired: true, alternatives: []) }
        == "Its body is of another type than application/json, or is not read.")
  }

  @Test("what is left out is listed, unless nothing is left")
  func file() throws {
    var core = try Contracts.core("users")
    #expect(Description(target(core)).file == nil)
    core.operations[0].implementation = Self.unbound
    let text = try #require(Description(target(core)).file).printed().text
    #expect(text.contains("UNDESCRIBED: Final = {\"get /api/users\": \"It answers 501.\"}\n"), "\(text)")
    for index in core.operations.indices { core.operations[index].implementation = Self.unbound }
    #expect(Description(target(core)).file == nil)
    #expect(!Description(target(core)).isAnyWhole)
  }
}
