package import SpecWriting

/// Requests to one operation, and what must come of them.
package struct ContractCase {
  /// What is shown, in lower snake case: `refuses_other_values`.
  package let name: String
  package let kind: Kind

  package enum Kind {
    /// The last request succeeds with this answer.
    case answers([Fixtures.Step], Rehearsal.Success)
    /// The last request succeeds, and the same again fails.
    case refusesAgain([Fixtures.Step], ExpectedFailure)
    /// The last request fails because of what the ones before it made.
    case conflicts([Fixtures.Step], ExpectedFailure)
    /// The request fails, whatever it names.
    case refuses(Fixtures.Step, ExpectedFailure)
    /// Each of these paths with their queries breaks the contract.
    case paths([PathRow], ExpectedFailure)
    /// Each of these values, in place of a member of the body, breaks the contract.
    case values(Fixtures.Step, [ValueRow], ExpectedFailure)
    /// The body without each of these members breaks the contract.
    case missing(Fixtures.Step, [ValueRow], ExpectedFailure)
    /// A body of this value breaks the contract.
    case body(Fixtures.Step, JSONValue, violations: [String], ExpectedFailure)
    /// A body of this text and media type is refused.
    case raw(Fixtures.Step, mediaType: String, text: String, ExpectedFailure)
    /// Each of these values, in place of a member of the last body, is accepted.
    case accepts([Fixtures.Step], [ValueRow])
    /// Of the rows that are made, each of these queries lists some.
    case lists(ListScene, ListedRows, [ListRow], ListTelling)
    /// Of so many rows, which differ in some members, each of these queries lists no more than a page.
    case lengths(ListScene, count: Int, [NumberedMember], [LengthRow])
  }

  /// A path and query as they are sent, and what is reported of them: `page minimum`.
  package struct PathRow: Hashable {
    package let path: String
    package let violations: [String]
  }

  /// A member of a body with a value of its own, and what is reported of it: `/name min_length`.
  package struct ValueRow: Hashable {
    package let member: String
    package let value: JSONValue
    package let violations: [String]
  }
}
