import SpecAdapters
import SpecIR
import SpecNaming
import SpecRehearsal

/// Writes `tests/test_<tag>.py`: every operation, called as the contract describes it, on a database of its own.
///
/// What an operation answers is not guessed: the interpreter plays each request first, and the test asks for what it answered.
struct TestFiles {
  let target: PythonTarget

  init(_ target: PythonTarget) { self.target = target }

  /// The files of the skeleton beside them.
  private static let skeleton = ["config", "contract", "http", "migrations", "stopping"]

  func files() -> [(path: String, file: PythonFile)] {
    let fixtures = Fixtures(target.contract)
    var names = NameScope()
    for name in Self.skeleton { names.reserve(name) }
    return target.names.groups.map { group in
      let isTaken = Self.skeleton.contains(group.module)
      let name = names.claim(isTaken ? group.module + "_operations" : group.module)
      return ("tests/test_\(name).py", file(of: group, fixtures))
    }
  }

  private func file(of group: OperationGroup, _ fixtures: Fixtures) -> PythonFile {
    let operations = TestedOperation.all(
      of: group.operations, in: target.contract, fixtures: fixtures, on: target.options.database)
    let parts = TestParts(sharing: TestRows.shared(by: operations))
    var classes = NameScope(mark: PythonNames.numberMark)
    let tests = operations.flatMap { operation -> [PythonStatement] in
      switch operation {
      case .called(let id, let cases):
        let spelling = CaseSpelling(target: target, id: id, parts: parts)
        let name = classes.claim("Test" + PythonNames.type(target[id].function))
        return [.class(PythonClass(name, body: cases.map { .function(spelling.function($0)) }))]
      case .skipped(let note): return [.comment(note), .blank]
      }
    }
    let isCalled = operations.contains { if case .called = $0 { true } else { false } }
    let mark = PythonStatement.assign("pytestmark", .name(.mark).attribute("anyio"))
    return PythonFile(
      documentation: "The operations of `\(group.name)`, as the contract describes them.",
      (isCalled ? [mark, .blank] : []) + parts.constants + tests)
  }
}

extension PythonSymbol {
  /// `pytest.mark`
  static let mark = PythonSymbol.of("pytest", "pytest", "mark").qualified()
  /// `httpx.AsyncClient`
  static let asyncClient = PythonSymbol.of("httpx", "httpx", "AsyncClient").qualified()

  /// A helper of `tests/answers.py`.
  static func answers(_ name: String) -> PythonSymbol { .own(".answers", name) }
}
