package import SpecIR
import SpecWriting

/// All that every stack is asked about a backend, so that their answers can be compared.
///
/// Made of the model alone: a new example or feature is asked about without a word written for it.
package struct Conversations {
  let contract: Contract
  let fixtures: Fixtures
  var core: CoreModel { contract.core }

  package init(_ core: CoreModel) {
    contract = Contract(core)
    fixtures = Fixtures(contract)
  }

  /// Returns the conversations, those of an operation together, in the order of the contract.
  package func all() -> [Conversation] {
    let ids = core.operations.indices.map(OperationID.init).filter { !isShadowed($0) }
    return surroundings() + ids.flatMap(conversations) + sequences()
  }

  /// Of two operations on one method and path, a router knows the first.
  private func isShadowed(_ id: OperationID) -> Bool {
    let operation = core[id]
    return core.operations[..<id.index].contains { $0.method == operation.method && $0.path.shape == operation.path.shape }
  }

  private func conversations(_ id: OperationID) -> [Conversation] {
    let name = core[id].name
    var conversations: [Conversation] = []
    // What stands in the way of one dialect only is asked too: the stacks are compared on each.
    if let cases = try? OperationCases(contract, id, fixtures: fixtures, on: .postgres).all() {
      conversations += cases.flatMap { self.conversations(name, $0) }
    }
    guard let steps = try? fixtures.steps(for: id) else { return conversations }
    let probes = OperationProbes(contract: contract, id: id, steps: steps)
    return conversations + probes.all()
  }

  // MARK: Cases

  private func conversations(_ operation: String, _ contractCase: ContractCase) -> [Conversation] {
    let name = "\(operation): \(contractCase.name)"
    func request(_ step: Fixtures.Step) -> Conversation.Request { Conversation.Request(step, of: core) }
    switch contractCase.kind {
    case .answers(let steps, _): return [Conversation(name, steps.map(request))]
    case .refusesAgain(let steps, _): return [Conversation(name, (steps + steps.suffix(1)).map(request))]
    case .conflicts(let steps, _): return [Conversation(name, steps.map(request))]
    case .refuses(let step, _): return [Conversation(name, [request(step)])]
    case .paths(let rows, _):
      let method = core.operations.first { $0.name == operation }?.method.rawValue ?? "GET"
      return [Conversation(name, rows.map { Conversation.Request(method: method, target: [.text($0.path)]) })]
    case .values(let step, let rows, _):
      return [
        Conversation(name, rows.map { request(step).with(.json(step.body?.with($0.member, $0.value) ?? .null, links: [])) })
      ]
    case .missing(let step, let rows, _):
      return [Conversation(name, rows.map { request(step).with(.json(step.body?.without($0.member) ?? .null, links: [])) })]
    case .body(let step, let value, _, _): return [Conversation(name, [request(step).with(.json(value, links: []))])]
    case .raw(let step, let mediaType, let text, _):
      // A long text is one letter many times.
      let isLong = text.utf8.count > 1_000
      let chunk = isLong ? Conversation.Chunk(String(text.prefix(1)), times: text.utf8.count) : Conversation.Chunk(text)
      return [Conversation(name, [request(step).with(.bytes([chunk])).header("content-type", mediaType)])]
    case .accepts(let steps, let rows):
      return rows.compactMap { row in
        guard var last = steps.last else { return nil }
        last.body = last.body?.with(row.member, row.value)
        return Conversation("\(name) \(row.member)", (steps.dropLast() + [last]).map(request))
      }
    case .lists(_, _, _, .sortedAnswer): return []
    case .lists(let scene, let listed, let rows, _):
      let making = (scene.preparation + listed.each.map(scene.making)).map(request)
      return [Conversation(name, making + rows.map { request(scene.list).asking($0.query) })]
    // Which rows are on a page may depend on their random ids, which no two stacks have in common.
    case .lengths: return []
    }
  }

  // MARK: Sequences

  /// A thing's life: made, read, listed, changed, removed, read again; and made many times at once.
  private func sequences() -> [Conversation] {
    var tables: [(table: TableID, operations: [OperationID])] = []
    for id in core.operations.indices.map(OperationID.init) where !isShadowed(id) {
      guard let use = TableUse(core, id) else { continue }
      if let index = tables.firstIndex(where: { $0.table == use.table }) {
        tables[index].operations.append(id)
      } else {
        tables.append((use.table, [id]))
      }
    }
    return tables.flatMap { conversations(life: $0.operations) }
  }

  private func conversations(life operations: [OperationID]) -> [Conversation] {
    func chosen(_ methods: Set<SpecIR.Operation.Method>) -> [OperationID] {
      operations.filter { methods.contains(core[$0].method) }
    }
    guard let creator = operations.first(where: { TableUse(core, $0)?.inserts == true }),
      let made = try? fixtures.steps(for: creator)
    else { return [] }
    var steps = made
    let reads = chosen([.get])
    for id in reads + chosen([.patch]) + reads + chosen([.put]) + reads + chosen([.delete]) + reads {
      // What the operation needs was made already, by the same requests.
      guard let others = try? fixtures.steps(for: id), let last = others.last, others.count <= made.count + 1,
        zip(others.dropLast(), made).allSatisfy({ $0.operation == $1.operation })
      else { continue }
      steps.append(last)
    }
    let name = core[creator].name
    return [
      Conversation("\(name): a life", steps.map { Conversation.Request($0, of: core) }),
      Conversation("\(name): many at once", made.map { Conversation.Request($0, of: core) }, parallel: 8),
    ]
  }
}
