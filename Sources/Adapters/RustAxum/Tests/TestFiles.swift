import SpecAdapters
import SpecIR
import SpecNaming
import SpecRehearsal
import SpecWriting

/// Writes `tests/<tag>_test.rs`: every operation, called as the contract describes it, on a database of its own.
///
/// What an operation answers is not guessed: the interpreter plays each request first, and the test asks for what it answered.
struct TestFiles {
  let target: RustTarget

  init(_ target: RustTarget) { self.target = target }

  /// The files as text.
  var sources: [GeneratedFile] {
    files().compactMap { path, file in RelativePath(path).map { GeneratedFile(path: $0, text: file.printed().text) } }
  }

  func files() -> [(path: String, file: RustFile)] {
    let fixtures = Fixtures(target.contract)
    var names = NameScope()
    // `http_test` is the skeleton's.
    names.reserve("http")
    return target.names.groups.map { group in
      let name = names.claim(group.fileName == "http" ? "http_operations" : group.fileName)
      return ("tests/\(name)_test.rs", file(of: group, fixtures))
    }
  }

  private func file(of group: OperationGroup, _ fixtures: Fixtures) -> RustFile {
    let parts = TestParts()
    let operations = TestedOperation.all(
      of: group.operations, in: target.contract, fixtures: fixtures, on: target.options.database)
    let modules = operations.map { operation -> RustItem in
      switch operation {
      case .called(let id, let cases):
        let spelling = CaseSpelling(target: target, id: id, parts: parts)
        let items = [RustItem.use(RustUse(["super"], [.all]), .inherited)] + cases.map { .function(spelling.function($0)) }
        return .module(RustModule(module(of: id), items: items))
      case .skipped(let note): return .comment(note)
      }
    }
    let isCalled = modules.contains { if case .module = $0 { true } else { false } }
    return RustFile(
      documentation: "The operations of `\(group.name)`, as the contract describes them.",
      (isCalled ? [.module(RustModule("common"))] : []) + parts.bodies + modules + parts.helpers)
  }

  /// The module of an operation's tests; none takes the name of the shared one.
  private func module(of id: OperationID) -> String {
    let name = target[id].function
    let helpers = Set(TestParts.Helper.allCases.map(\.rawValue))
    return name == "common" || helpers.contains(name) ? name + "_operation" : name
  }
}
