import SpecIR
import SpecNaming
import SpecWriting

/// Reads the parameters that choose an order.
struct SortReading {
  let names: ColumnNames
  let core: CoreModel

  func sort(_ field: Field, direction: Field?) throws(Refusal) -> ListRequest.Sort {
    guard let (_, enumeration) = core.enumeration(of: field.shape.type), enumeration.base == .string else {
      throw Refusal(.unsupported, "the query parameter '\(field.name)' lists no values to sort by; an enum of column names would")
    }
    var choices: [Order.Choice] = []
    for item in enumeration.cases { choices.append(try choice(item.value, of: field)) }
    return ListRequest.Sort(field: field, choices: choices, direction: direction.map(reading))
  }

  private func reading(_ field: Field) -> ListRequest.Sort.Direction {
    guard let (_, enumeration) = core.enumeration(of: field.shape.type) else {
      return ListRequest.Sort.Direction(field: field, descending: [true])
    }
    let descending = enumeration.cases.map(\.value).filter { value in
      value.stringValue.map { SortWord.descending.contains($0.lowercased()) } ?? false
    }
    return ListRequest.Sort.Direction(field: field, descending: descending)
  }

  /// `name`, `-name`, `+name`, `name_desc`, `name:asc`.
  private func choice(_ value: JSONValue, of field: Field) throws(Refusal) -> Order.Choice {
    guard let text = value.stringValue else { throw Refusal(.unsupported, "'\(field.name)' has a value that is no text") }
    let words = Words(text)
    if let column = names.column(text) {
      return Order.Choice(value: value, column: column, direction: text.hasPrefix("-") ? .descending : .ascending)
    }
    if let last = words.words.last, SortWord.ascending.contains(last) || SortWord.descending.contains(last),
      case .column(let column) = names.match(Words(words: words.words.dropLast()))
    {
      return Order.Choice(value: value, column: column, direction: SortWord.descending.contains(last) ? .descending : .ascending)
    }
    throw Refusal(.unsupported, "'\(text)', which '\(field.name)' may have, names no column of \(names.table.name)")
  }
}
