import SpecIR
import SpecNaming

/// Reads one query parameter as a condition on a column.
struct FilterReading {
  let names: ColumnNames
  let core: CoreModel
  let shown: Set<ColumnID>

  func filter(_ field: Field) throws(Refusal) -> ListRequest.ColumnFilter {
    let name = Words(field.name)
    let isList = core.element(of: field.shape.type) != nil
    switch names.match(field.name) {
    case .column(let column): return try checked(field, column, isList ? .oneOf : .equal)
    case .ambiguous: throw Refusal(.ambiguous, "several columns of \(names.table.name) fit the query parameter '\(field.name)'")
    case .none: break
    }
    if isList, case .column(let column) = names.match(name.singular) { return try checked(field, column, .oneOf) }
    for reading in ComparisonWords.readings(of: name) {
      guard let column = try column(reading.column, for: reading.comparison) else { continue }
      return try checked(field, column, reading.comparison)
    }
    if let comparison = Self.bareRange[name.compact], let column = onlyTime() { return try checked(field, column, comparison) }
    if Self.searches.contains(name.compact) {
      guard let column = onlyText() else {
        throw Refusal(.ambiguous, "the query parameter '\(field.name)' searches, and no rule says in which columns")
      }
      return try checked(field, column, .contains)
    }
    throw Refusal(.unsupported, "no rule says what the query parameter '\(field.name)' does")
  }

  /// Names that search without naming a column.
  private static let searches: Set<String> = ["q", "query", "search", "term", "keyword", "text", "searchterm"]

  /// Names that limit a time without naming its column.
  private static let bareRange: [String: Filter.Comparison] = [
    "from": .greaterOrEqual, "since": .greaterOrEqual, "after": .greater, "to": .lessOrEqual, "until": .lessOrEqual,
    "before": .less,
  ]

  /// `created_after` also finds `created_at`, which the names of columns know, but only where a range makes sense.
  private func column(_ words: Words, for comparison: Filter.Comparison) throws(Refusal) -> ColumnID? {
    switch names.match(words) {
    case .column(let column): return column
    case .ambiguous: throw Refusal(.ambiguous, "several columns of \(names.table.name) fit '\(words.sentence)'")
    case .none: return nil
    }
  }

  private func onlyTime() -> ColumnID? {
    let times = names.table.columnIDs.filter { shown.contains($0) && names.table[$0].type.isTemporal }
    return times.count == 1 ? times[0] : nil
  }

  private func onlyText() -> ColumnID? {
    let texts = names.table.columnIDs.filter { shown.contains($0) && names.table[$0].type.isText }
    return texts.count == 1 ? texts[0] : nil
  }

  /// Returns the condition where its types allow it.
  func checked(_ field: Field, _ id: ColumnID, _ comparison: Filter.Comparison) throws(Refusal) -> ListRequest.ColumnFilter {
    let column = names.table[id]
    let type = core.resolved(field.shape.type).unwrapped
    let element = core.element(of: type).map { core.resolved($0.type) }
    guard (element != nil) == (comparison == .oneOf), element?.isOptional != true else {
      throw Refusal(
        .unsupported, "the query parameter '\(field.name)' is \(element == nil ? "no" : "a") list, which its name does not say")
    }
    let isText = column.type.isText
    guard let fit = TypeFit.between(element ?? type, column.type, in: core, database: names.database),
      fit.isWritable, comparison != .contains || isText && core.scalar(of: type) == .string,
      !comparison.isRange || isOrdered(column.type, fit)
    else {
      throw Refusal(
        .unsupported, "the query parameter '\(field.name)' cannot be compared with the column \(names.table.name).\(column.name)")
    }
    return ListRequest.ColumnFilter(field: field, column: id, comparison: comparison)
  }

  /// Texts are ordered by the database's collation, and collations differ; dates as text sort as dates do.
  private func isOrdered(_ column: ColumnType, _ fit: TypeFit) -> Bool {
    switch column {
    case .int16, .int32, .int64, .float, .double, .decimal, .date, .time, .timestamp: true
    case .text: fit.write == .scalarToText(.date)
    case .boolean, .paddedText, .bytes, .uuid, .interval, .json, .enumeration, .array, .other: false
    }
  }
}
