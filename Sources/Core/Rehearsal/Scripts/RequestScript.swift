package import SpecIR
import SpecNaming
package import SpecWriting

/// The requests of one test in order: what every language sends, before any has spelled it.
package struct RequestScript {
  package struct Request {
    /// The operation's name in the contract.
    package let operation: String
    package let method: SpecIR.Operation.Method
    /// Without the query.
    package let path: RequestPath
    /// Percent-encoded, with its `?`; empty where nothing is asked for.
    package let query: String
    /// The body before ``links`` are put in; nothing for a request without body.
    package let body: JSONValue?
    /// Members of the body that refer to rows.
    package let links: [(member: String, value: Fixtures.Value)]
    /// What is answered where it succeeds.
    package let status: Int
    /// What its answer is about, before a language's rules for names: `user`.
    package let noun: String
    /// Whether a request of the script uses its answer.
    package let isUsed: Bool
  }

  package let requests: [Request]

  package init(_ core: CoreModel, _ steps: [Fixtures.Step]) {
    requests = steps.enumerated().map { index, step in
      let operation = core[step.operation]
      let table = TableUse(core, step.operation)?.table
      return Request(
        operation: operation.name, method: operation.method,
        path: RequestPath(operation.path) { name in
          operation.parameters.firstIndex { $0.location == .path && $0.name == name }.flatMap { step.path[$0] }
        },
        query: RequestPath.query(step.query), body: step.body, links: step.links,
        status: core.plans[step.operation.index].success.status,
        noun: table.flatMap { id in core.database.map { Plural.singular(of: $0[id].name) } } ?? "made",
        isUsed: steps.contains { $0.uses(answerTo: index) })
    }
  }

  /// The request that the test is about.
  package var last: Request { requests[requests.count - 1] }
}

extension Fixtures.Step {
  fileprivate func uses(answerTo index: Int) -> Bool {
    func isMember(_ value: Fixtures.Value) -> Bool { if case .member(index, _) = value { true } else { false } }
    return path.values.contains(where: isMember) || links.contains { isMember($0.value) }
  }
}
