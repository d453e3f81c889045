import SpecIR
import SpecWriting

/// More rows than a page holds.
struct ListCrowd {
  let contractCase: ContractCase

  /// Of longer pages nothing is asked: so many requests take more time than they show.
  private static let most = 101

  /// Nothing where no page is known to be short enough, or so many rows cannot be made.
  init?(_ contract: Contract, _ scene: ListScene, _ query: ListQuery) {
    guard query.isPaged, let members = Self.members(contract, scene, query) else { return nil }
    func lengths(of questions: [ListQuestions.Question], among count: Int) -> [LengthRow] {
      var rehearsal = FixtureRehearsal(contract)
      let making = (1...count).map { scene.making(Self.changes(members, $0)) }
      guard case .success? = rehearsal.play(scene.preparation + making) else { return [] }
      return questions.compactMap { question in
        let step = scene.asking(question)
        var asked = rehearsal
        guard case .success(let success)? = asked.play([step]), let rows = success.body.flatMap(scene.rows) else { return nil }
        return LengthRow(query: RequestPath.query(step.query), length: rows.count)
      }
    }
    // No length at all, and the longest one; where the contract names none, one that no page has.
    let sizes: [ListQuestions.Question] =
      [[]] + (query.size.map { [[($0.name, .number(JSONNumber($0.greatest ?? Self.most)))]] } ?? [])
    let short = zip(sizes, lengths(of: sizes, among: Self.most)).filter { $1.length < Self.most }
    guard let longest = short.max(by: { $0.1.length < $1.1.length }) else { return nil }
    let count = longest.1.length + 1
    // The last row stands on the second page, or behind so many rows.
    let starts = query.start.map { start in
      [1, longest.1.length].map { longest.0 + [(start.name, .number(JSONNumber((start.least ?? 0) + $0)))] }
    }
    let rows = lengths(of: short.map(\.0) + (starts ?? []), among: count)
    contractCase = ContractCase(name: "answers_no_more_than_a_page", kind: .lengths(scene, count: count, members, rows))
  }

  private static func changes(_ members: [NumberedMember], _ number: Int) -> JSONValue {
    .object(members.map { JSONValue.Member($0.name, $0.value(number)) })
  }

  /// A member for each key that no two rows may share; nothing where one of the keys has none.
  private static func members(_ contract: Contract, _ scene: ListScene, _ query: ListQuery) -> [NumberedMember]? {
    guard let table = contract.core.database?[query.table] else { return nil }
    let places = ListRows.Place.all(contract, scene, table)
    var members: [NumberedMember] = []
    for key in table.identifyingKeys {
      let columns = places.filter { key.contains(table[$0.column].name) }
      guard !columns.isEmpty else { continue }
      let numbered = columns.lazy.compactMap { place -> NumberedMember? in
        switch place.numbered(contract, most)?.form {
        case .text(let before, let after): NumberedMember(name: place.name, text: .init(before: before, after: after))
        case .integer(more: 0): NumberedMember(name: place.name, text: nil)
        default: nil
        }
      }
      guard let member = numbered.first else { return nil }
      if !members.contains(member) { members.append(member) }
    }
    return members
  }
}
