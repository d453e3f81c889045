import SpecIR
package import SpecWriting

/// Rows that were made through the API, and the operation that lists them.
package struct ListScene {
  /// What the rows refer to.
  package let preparation: [Fixtures.Step]
  /// The request that makes a row.
  package let maker: Fixtures.Step
  /// The list's own request, without a query.
  package let list: Fixtures.Step
  /// The member of the answer that holds the rows; nothing where the answer is the list itself.
  package let member: String?

  /// Nothing where no operation makes the rows.
  init?(_ fixtures: Fixtures, _ query: ListQuery, _ operation: OperationID) {
    guard let steps = try? fixtures.steps(listing: query.table, by: operation) else { return nil }
    preparation = steps.dropLast(2)
    maker = steps[steps.count - 2]
    var list = steps[steps.count - 1]
    required = list.query
    list.query = []
    self.list = list
    member = query.member
  }

  /// The query parameters that must be there.
  let required: [(name: String, value: JSONValue)]

  /// Returns the request that makes a row with other members.
  package func making(_ changes: JSONValue) -> Fixtures.Step {
    guard case .object(let members) = changes else { return maker }
    var step = maker
    for member in members { step.body = step.body?.with(member.key, member.value) }
    step.links = step.links.filter { link in !members.contains { $0.key == link.member } }
    return step
  }

  /// Returns the list's request with these parameters beside the required ones.
  func asking(_ parameters: [(name: String, value: JSONValue)]) -> Fixtures.Step {
    var step = list
    step.query = required.filter { given in !parameters.contains { $0.name == given.name } } + parameters
    return step
  }

  /// The rows of an answer.
  func rows(of body: JSONValue) -> [JSONValue]? {
    guard case .array(let rows) = member.map({ body[$0] ?? .null }) ?? body else { return nil }
    return rows
  }
}

/// The rows of a scene.
package struct ListedRows {
  /// A list of objects: by row, what its body holds in place of the maker's members.
  package let changes: JSONValue
  /// The member by which rows are told apart.
  package let mark: String

  /// The same, one by one.
  var each: [JSONValue] { if case .array(let rows) = changes { rows } else { [] } }
}

/// How much of a list's answer is told.
package enum ListTelling: Hashable, Sendable {
  /// The rows in their order, with what stands beside them.
  case answer
  /// The same where rows come in the order of random ids: sorted by what they are told by.
  case sortedAnswer
  /// The rows in their order.
  case rows
}

/// What a list is asked, and what it answers.
package struct ListRow: Hashable, Sendable {
  /// With its `?`, percent-encoded; empty where nothing is asked for.
  package let query: String
  /// The answer's body, each row told by one of its members.
  package let expected: JSONValue
}

/// What a list is asked, and how many rows it answers.
package struct LengthRow: Hashable, Sendable {
  package let query: String
  package let length: Int
}

/// A member of a body that differs from row to row: a number, alone or between two texts.
package struct NumberedMember: Hashable, Sendable {
  package let name: String
  /// Nothing where the value is the number itself.
  package let text: Text?

  package struct Text: Hashable, Sendable {
    package let before: String
    package let after: String
  }

  /// Its value in the row of a number.
  func value(_ number: Int) -> JSONValue {
    text.map { .string("\($0.before)\(number)\($0.after)") } ?? .number(JSONNumber(number))
  }
}

extension Fixtures {
  /// Returns the requests before the rows of a table can be made, the one that makes a row, and the one that lists them.
  fileprivate func steps(listing table: TableID, by operation: OperationID) throws(Refusal) -> [Step] {
    guard let creator = creators[table] else { throw Refusal(reason: "no operation makes the rows") }
    var steps: [Step] = []
    let maker = try step(for: creator, after: &steps, depth: 0)
    let list = try step(for: operation, after: &steps, depth: 0)
    return steps + [maker, list]
  }
}
