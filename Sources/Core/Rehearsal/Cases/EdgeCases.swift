import SpecIR
import SpecNaming
import SpecWriting

extension OperationCases {
  /// Values that are just inside the contract: each is accepted.
  func edges(_ steps: [Fixtures.Step]) -> [ContractCase] {
    guard let last = steps.last, let body = last.body, let structure = contract.bodyStructure(of: id) else { return [] }
    let links = Set(last.links.map(\.member))
    var rows: [ContractCase.ValueRow] = []
    for field in structure.fields where body[field.name] != nil && !links.contains(field.name) {
      for found in BoundaryCases(contract).cases(named: field.name, field.shape) where found.codes.isEmpty {
        if isAccepted(found.value, in: field.name, steps) {
          rows.append(ContractCase.ValueRow(member: field.name, value: found.value, violations: []))
        }
      }
    }
    return rows.count > 1 ? [ContractCase(name: "accepts_what_is_just_inside", kind: .accepts(steps, rows))] : []
  }

  /// Whether the interpreter takes the value, and the column is wide enough: that a database says, and no contract.
  private func isAccepted(_ value: JSONValue, in field: String, _ steps: [Fixtures.Step]) -> Bool {
    guard var last = steps.last, isStorable(value, in: field) else { return false }
    last.body = last.body?.with(field, value)
    var rehearsal = FixtureRehearsal(contract)
    guard case .success? = rehearsal.play(steps.dropLast() + [last]) else { return false }
    return true
  }

  private func isStorable(_ value: JSONValue, in field: String) -> Bool {
    guard let use = TableUse(core, id), let database = core.database,
      let column = database[use.table].columns.first(where: { Words($0.name) == Words(field) })
    else { return true }
    switch (column.type, value) {
    case (.text(let most?), .string(let text)): return text.unicodeScalars.count <= most
    case (.paddedText, _), (.decimal, _), (.other, _), (.enumeration, _): return false
    case (.int16, .number(let number)): return number.int64.flatMap { Int16(exactly: $0) } != nil
    case (.int32, .number(let number)): return number.int64.flatMap { Int32(exactly: $0) } != nil
    default: return true
    }
  }
}
