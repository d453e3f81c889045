import SpecAdapters
import SpecIR

/// Writes `handlers/<tag>.py`: HTTP only, from the parts of requests to services and from their results to responses.
struct HandlerFiles {
  let target: PythonTarget

  init(_ target: PythonTarget) { self.target = target }

  func files() -> [(path: String, file: PythonFile)] {
    target.names.groups.map { group in
      ("\(target.package.module)/handlers/\(group.module).py", HandlerFile(target, group).file)
    }
  }
}

/// The handlers of one room.
struct HandlerFile {
  let target: PythonTarget
  let group: OperationGroup

  init(_ target: PythonTarget, _ group: OperationGroup) {
    self.target = target
    self.group = group
  }

  var file: PythonFile {
    var file = PythonFile(
      documentation: Docstring.line("The operations on \(group.name).") ?? "The operations of one room.",
      module: target.module("handlers", group.module),
      answers + group.operations.map { .function(Handler(target, $0).function) })
    file.locals = Handler.locals
    return file
  }

  /// The ways in which the services of the room fail.
  var failures: [ErrorID] { target.errors(of: group) }

  private var answers: [PythonStatement] {
    guard !failures.isEmpty else { return [] }
    let entries = failures.map { id in
      let failure = target.core[id]
      let answer = PythonExpr.call(
        .own(target.module("errors"), "Answer"),
        [
          .positional(PythonStatus.expression(failure.status)), .positional(.string(failure.code)),
          .positional(.string(failure.message)),
        ]
          + (failure.pointer.map { [.keyword("pointer", .string($0))] } ?? []))
      return PythonEntry(.name(target.symbol(of: id, in: group)), answer)
    }
    return [
      .constant("ANSWERS", .dict(entries), type: .name(target.answers)),
      .description("What a client gets where a service fails."),
    ]
  }
}
