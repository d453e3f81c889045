import SpecIR
import SpecNaming
import SpecWriting

/// Reads the query parameters of a list: filters, order and page. One that no rule understands is a refusal.
struct ListParameters {
  let names: ColumnNames
  let core: CoreModel
  let hint: OperationHint?
  /// The columns that the answer shows, for a search that names none.
  let shown: Set<ColumnID>

  func read(_ fields: [Field]) throws(Refusal) -> ListRequest {
    var request = ListRequest()
    var direction: Field?
    var sort: Field?
    for field in fields {
      let name = Words(field.name)
      if let stated = hint?.filters.first(where: { $0.parameter == field.name }) {
        guard let column = names.table.column(named: stated.column) else {
          throw Refusal(
            .noTable, "the extension x-specforge names the column '\(stated.column)', which \(names.table.name) has not")
        }
        request.filters.append(try filter(field, column, stated.comparison))
      } else if let word = PagingWord.reading(name), isNumber(field) || word == .cursor {
        try page(word, field, name, &request)
      } else if isDirection(field, name) {
        guard direction == nil else { throw Refusal(.ambiguous, "two query parameters say in which direction to sort") }
        direction = field
      } else if SortWord.reading(name) != nil {
        guard sort == nil else { throw Refusal(.ambiguous, "two query parameters say what to sort by") }
        sort = field
      } else {
        request.filters.append(try FilterReading(names: names, core: core, shown: shown).filter(field))
      }
    }
    if let sort {
      request.sort = try SortReading(names: names, core: core).sort(sort, direction: direction)
    } else if let direction {
      throw Refusal(.unsupported, "the query parameter '\(direction.name)' turns an order around that no other parameter chooses")
    }
    return request
  }

  private func filter(_ field: Field, _ column: ColumnID, _ comparison: Filter.Comparison) throws(Refusal)
    -> ListRequest.ColumnFilter
  {
    try FilterReading(names: names, core: core, shown: shown).checked(field, column, comparison)
  }

  private func isNumber(_ field: Field) -> Bool {
    switch core.scalar(of: field.shape.type) {
    case .int32, .int64: true
    default: false
    }
  }

  private func page(_ word: PagingWord, _ field: Field, _ name: Words, _ request: inout ListRequest) throws(Refusal) {
    if case .column(let column) = names.match(name) {
      throw Refusal(
        .ambiguous, "the query parameter '\(field.name)' may be a part of the page or the column \(names.table[column].name)")
    }
    switch word {
    case .size:
      guard request.size == nil else { throw Refusal(.ambiguous, "two query parameters say how long a page is") }
      request.size = field
    case .page, .offset:
      guard request.start == nil else { throw Refusal(.ambiguous, "two query parameters say where the page begins") }
      request.start =
        word == .page ? .page(field, first: isFromZero(field) ? 0 : 1) : .offset(field, first: isFromOne(field) ? 1 : 0)
    case .cursor: throw Refusal(.unsupported, "pages by cursor ('\(field.name)') are not generated yet")
    }
  }

  private func isFromZero(_ field: Field) -> Bool { smallest(field) == 0 }

  private func isFromOne(_ field: Field) -> Bool { smallest(field) == 1 }

  /// The least value that the contract declares: its minimum, else its default where that is 0 or 1.
  private func smallest(_ field: Field) -> Int64? {
    if let bound = field.shape.constraints.minimum, let value = bound.value.int64 { return bound.isExclusive ? value + 1 : value }
    if case .defaulted(.number(let number)) = field.presence { return number.int64 }
    return nil
  }

  private func isDirection(_ field: Field, _ name: Words) -> Bool {
    if SortWord.reading(name) == .direction || SortWord.reading(name) == .sort,
      let (_, enumeration) = core.enumeration(of: field.shape.type)
    {
      return enumeration.cases.allSatisfy { item in
        guard let text = item.value.stringValue?.lowercased() else { return false }
        return SortWord.ascending.contains(text) || SortWord.descending.contains(text)
      }
    }
    return core.scalar(of: field.shape.type) == .bool && ["desc", "descending"].contains(name.compact)
  }
}
