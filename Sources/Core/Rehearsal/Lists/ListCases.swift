import SpecIR
import SpecWriting

extension OperationCases {
  /// Rows that differ, and every way of the contract to ask for some of them.
  func lists() -> [ContractCase] {
    guard let query = ListQuery(contract, id), let scene = ListScene(fixtures, query, id) else { return [] }
    var cases: [ContractCase] = []
    if let rows = ListRows(contract, scene, query), let asking = ListAsking(contract, scene, rows) {
      let listed = ListedRows(changes: .array(rows.changes), mark: rows.mark)
      func add(_ name: String, _ questions: [ListQuestions.Question], _ telling: ListTelling) {
        let answered = asking.answers(to: questions, telling)
        guard !answered.isEmpty else { return }
        cases.append(ContractCase(name: name, kind: .lists(scene, listed, answered, telling)))
      }
      let questions = ListQuestions(contract: contract, query: query, rows: rows)
      let isOrdered = asking.answer(to: [], .answer) != nil
      // Where rows come in the order of random ids, they are sorted before pages are asked for.
      let order = isOrdered ? [] : questions.orders.first { asking.answer(to: $0, .answer) != nil }
      add("pages_through_its_rows", questions.pages.map { (order ?? []) + $0 }, order == nil ? .sortedAnswer : .answer)
      add("filters_its_rows", questions.filters, isOrdered ? .answer : .sortedAnswer)
      add("sorts_its_rows", questions.orders, .rows)
    }
    return cases + [ListCrowd(contract, scene, query)].compactMap { $0?.contractCase }
  }
}

/// Rows that are listed again and again.
private struct ListAsking {
  let scene: ListScene
  let mark: String
  /// After the rows were made, in every way in which time may pass and ids come about.
  private let worlds: [FixtureRehearsal]

  /// Nothing where the rows cannot be made.
  init?(_ contract: Contract, _ scene: ListScene, _ rows: ListRows) {
    self.scene = scene
    mark = rows.mark
    var worlds: [FixtureRehearsal] = []
    for world in Rehearsal.World.allCases {
      var rehearsal = FixtureRehearsal(contract, in: world)
      guard case .success? = rehearsal.play(scene.preparation + rows.changes.map(scene.making)) else { return nil }
      worlds.append(rehearsal)
    }
    self.worlds = worlds
  }

  /// What is answered, where that does not depend on the moment; each question once.
  func answers(to questions: [ListQuestions.Question], _ telling: ListTelling) -> [ListRow] {
    var seen: Set<String> = []
    return questions.compactMap { answer(to: $0, telling) }.filter { seen.insert($0.query).inserted }
  }

  func answer(to parameters: ListQuestions.Question, _ telling: ListTelling) -> ListRow? {
    let step = scene.asking(parameters)
    var told: JSONValue?
    for var world in worlds {
      guard case .success(let success)? = world.play([step]), let body = self.told(success, telling) else { return nil }
      guard told == nil || told == body else { return nil }
      told = body
    }
    return told.map { ListRow(query: RequestPath.query(step.query), expected: $0) }
  }

  /// The body with each row told by its mark alone; nothing where more than the rows' other members is uncertain.
  private func told(_ success: Rehearsal.Success, _ telling: ListTelling) -> JSONValue? {
    guard let body = success.body, let rows = scene.rows(of: body) else { return nil }
    let place = scene.member.map { "/\($0)/" } ?? "/"
    guard success.varying.allSatisfy({ $0.hasPrefix(place) && !$0.hasSuffix("/\(mark)") }) else { return nil }
    let marks = rows.map { $0[mark] ?? .null }
    switch telling {
    case .rows: return .array(marks)
    case .answer: return scene.member.map { body.with($0, .array(marks)) } ?? .array(marks)
    case .sortedAnswer:
      // Of one length they are in one order as texts and as numbers.
      let texts = marks.map(RequestPath.text)
      guard Set(texts.map(\.utf8.count)).count <= 1 else { return nil }
      let sorted = zip(texts, marks).sorted { $0.0 < $1.0 }.map(\.1)
      return scene.member.map { body.with($0, .array(sorted)) } ?? .array(sorted)
    }
  }
}
