import SpecIR
import SpecWriting

/// What a list can be asked: each parameter by itself, and pages at their bounds.
struct ListQuestions {
  typealias Question = [(name: String, value: JSONValue)]

  let contract: Contract
  let query: ListQuery
  let rows: ListRows

  /// What is meant without a parameter; pages of two rows: the first, the next, and one behind all rows; the shortest page and
  /// the longest.
  var pages: [Question] {
    guard query.isPaged else { return [] }
    let size = query.size
    func sized(_ value: Int?) -> Question { size.flatMap { size in value.map { [(size.name, .number(JSONNumber($0)))] } } ?? [] }
    let bounds = size.map { [$0.least, $0.greatest] } ?? []
    return [[]] + starts.map { sized(2) + $0 } + bounds.compactMap { $0 }.map(sized)
  }

  private var starts: [Question] {
    guard let start = query.start else { return [[]] }
    let first = start.least ?? 0
    // Whether pages are counted or rows: so many behind the first are behind all rows.
    let numbers = [first, first + 1, start.greatest ?? first + ListRows.count]
    return numbers.map { [(start.name, .number(JSONNumber($0)))] }
  }

  /// Each filter with a value that some rows have.
  var filters: [Question] {
    query.filters.compactMap { filter in
      let values = rows.values[filter.column] ?? unmet(filter.column, filter.parameter)
      return values.first { isAllowed($0, filter.parameter) }.map { [(filter.parameter.name, $0)] }
    }
  }

  /// An id that no row has.
  private func unmet(_ column: ColumnID, _ parameter: Parameter) -> [JSONValue] {
    guard contract.core.database?[query.table][column].type == .uuid else { return [] }
    return [.string(ExampleValues.text(of: .uuid))]
  }

  private func isAllowed(_ value: JSONValue, _ parameter: Parameter) -> Bool {
    switch contract.resolved(parameter.shape.type).unwrapped {
    case .scalar(.date): value.stringValue?.utf8.count == "2026-01-31".utf8.count
    case .scalar(.dateTime): value.stringValue?.hasSuffix("Z") ?? false
    default: ContractCheck(contract: contract).codes(of: value, parameter.shape) == []
    }
  }

  /// Each order, in both directions where another parameter turns it round.
  var orders: [Question] {
    guard let sort = query.sort else { return [] }
    return sort.choices.flatMap { choice -> [Question] in
      let chosen = (sort.parameter.name, choice.value)
      guard let direction = sort.direction else { return [[chosen]] }
      return directions(direction).map { [chosen, (direction.name, $0)] }
    }
  }

  private func directions(_ parameter: Parameter) -> [JSONValue] {
    guard case .named(let id) = contract.resolved(parameter.shape.type).unwrapped,
      case .enumeration(let enumeration) = contract.core[id].kind
    else { return [false, true] }
    return enumeration.cases.map(\.value)
  }
}

extension Parameter {
  /// The least whole number that is allowed, where there is a least one.
  var least: Int? { bound(shape.constraints.minimum, 1) }

  /// The greatest whole number that is allowed, where there is a greatest one.
  var greatest: Int? { bound(shape.constraints.maximum, -1) }

  private func bound(_ bound: Bound?, _ step: Int) -> Int? {
    guard let bound, let value = bound.value.int64.flatMap({ Int(exactly: $0) }) else { return nil }
    return bound.isExclusive ? value.addingReportingOverflow(step).partialValue : value
  }
}
