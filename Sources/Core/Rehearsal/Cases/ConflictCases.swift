import SpecIR
import SpecNaming
import SpecWriting

extension OperationCases {
  /// Gives a thing the value that another one has, where only one may have it.
  func conflicts(_ steps: [Fixtures.Step]) -> [ContractCase] {
    guard let use = TableUse(core, id), !use.inserts, let table = core.database?[use.table], let last = steps.last,
      last.body != nil, let first = steps.dropLast().lastIndex(where: { makes(use.table, $0.operation) })
    else { return [] }
    // The second thing differs from the first one wherever it has to.
    var second = steps[first]
    for key in table.identifyingKeys {
      for column in key where !second.links.contains(where: { Words($0.member) == Words(column) }) {
        second.body = second.body.flatMap { other($0, in: column, of: second.operation) }
      }
    }
    guard second.body != steps[first].body else { return [] }
    // The last request is about the second thing, and asks for what the first one has.
    var target = last
    target.path = last.path.mapValues { value in
      if case .member(let step, let name) = value, step >= first { .member(step: step + 1, name: name) } else { value }
    }
    target.links = last.links.map { link in
      guard case .member(let step, let name) = link.value, step > first else { return link }
      return (link.member, .member(step: step + 1, name: name))
    }
    let between = steps[(first + 1)...].dropLast()
    guard between.allSatisfy({ !$0.refers(toStepsFrom: first) }) else { return [] }
    let all = Array(steps[...first]) + [second] + Array(between) + [target]
    var rehearsal = FixtureRehearsal(contract)
    guard case .failure(let error)? = rehearsal.play(all), isTaken(error), let failure = planned(error) else { return [] }
    return [ContractCase(name: "refuses_what_another_one_has", kind: .conflicts(all, failure))]
  }

  private func makes(_ table: TableID, _ operation: OperationID) -> Bool {
    TableUse(core, operation).map { $0.inserts && $0.table == table } ?? false
  }

  /// A body with another value for a column; the same body where the contract has no such member.
  private func other(_ body: JSONValue, in column: String, of operation: OperationID) -> JSONValue? {
    guard let field = contract.bodyStructure(of: operation)?.fields.first(where: { Words($0.name) == Words(column) }),
      let value = body[field.name]
    else { return body }
    return ExampleValues(contract).value(of: field.shape, otherThan: value).map { body.with(field.name, $0) }
  }

  /// Whether the error says that another row has the values.
  private func isTaken(_ error: ErrorID) -> Bool {
    guard case .function(let function, _) = operation.implementation else { return false }
    return core[function].body.violations.contains { violation in
      guard violation.error == error else { return false }
      switch violation.constraint {
      case .unique, .primaryKey: return true
      case .foreignKey, .referenced, .check, .notNull: return false
      }
    }
  }
}

extension Fixtures.Step {
  /// Whether a value of the request comes from one of these answers.
  fileprivate func refers(toStepsFrom first: Int) -> Bool {
    func isLate(_ value: Fixtures.Value) -> Bool { if case .member(let step, _) = value { step >= first } else { false } }
    return path.values.contains(where: isLate) || links.contains { isLate($0.value) }
  }
}
