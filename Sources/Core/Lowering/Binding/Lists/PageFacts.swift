import SpecIR

/// Fills what stands beside a list: totals, page numbers, flags.
struct PageFacts {
  let core: CoreModel
  let page: Page?
  /// The number of rows on all pages, where the list asks for it.
  let total: Expression?
  let rows: LocalID
  /// Fields that nothing fills.
  private(set) var leftOut: [String] = []

  init(core: CoreModel, page: Page?, total: Expression?, rows: LocalID) {
    self.core = core
    self.page = page
    self.total = total
    self.rows = rows
  }

  /// Whether any field asks for the number of rows on all pages.
  static func needTotal(_ structure: Structure, in core: CoreModel) -> Bool {
    let facts = structure.fields.map { PageFact.reading($0, in: core) }
    return zip(structure.fields, facts).contains { field, fact in
      switch fact {
      case .total, .totalPages, .hasMore, .nextPage: true
      case .count: !facts.contains(.total)
      case .nested: core.structure(of: field.shape.type).map { needTotal($0.structure, in: core) } ?? false
      case .page, .size, .offset, .hasPrevious, .previousPage, nil: false
      }
    }
  }

  /// Returns the values of a structure's fields, the list's own left aside.
  mutating func values(of structure: Structure, besides list: String?) throws(Refusal) -> [Expression.FieldValue] {
    let hasTotal = structure.fields.contains { PageFact.reading($0, in: core) == .total }
    var values: [Expression.FieldValue] = []
    for field in structure.fields where field.name != list {
      let fact = PageFact.reading(field, in: core)
      if fact == .nested, let inner = core.structure(of: field.shape.type) {
        let value = Expression.construct(inner.id, try self.values(of: inner.structure, besides: nil))
        values.append(.init(field.name, core.resolved(field.shape.type).isOptional ? .some(value) : value))
      } else if let fact, let value = value(of: fact, hasTotal: hasTotal, for: field) {
        values.append(.init(field.name, value))
      } else if field.presence == .required {
        throw Refusal(.unsupported, "no rule fills the required field '\(field.name)' beside the list")
      } else {
        leftOut.append(field.name)
      }
    }
    return values
  }

  private func value(of fact: PageFact, hasTotal: Bool, for field: Field) -> Expression? {
    let here = Expression.call(.listCount, [.local(rows)])
    switch fact {
    case .total: return total.map { fitted($0, field) }
    case .count: return (hasTotal ? here : total).map { fitted($0, field) }
    case .page: return page.map { fitted($0.number, field) }
    // A list that is not paged is one page as large as it is.
    case .size: return fitted(page?.size ?? here, field)
    case .offset: return page.map { fitted($0.offset, field) }
    case .totalPages:
      guard let page, let total else { return nil }
      return fitted(.call(.int64DivideCeiling, [total, page.divisor]), field)
    case .hasMore:
      guard let page, let total else { return nil }
      return flag(.call(.int64Less, [.call(.int64AddSaturating, [page.offset, here]), total]), field)
    case .hasPrevious: return page.map { flag(.call(.int64Less, [.int64(0), $0.offset]), field) }
    case .nextPage, .previousPage, .nested: return nil
    }
  }

  /// An int64 in the field's type.
  private func fitted(_ value: Expression, _ field: Field) -> Expression {
    let number = core.scalar(of: field.shape.type) == .int32 ? Expression.convert(.int64ToInt32, value) : value
    return core.resolved(field.shape.type).isOptional ? .some(number) : number
  }

  private func flag(_ value: Expression, _ field: Field) -> Expression {
    core.resolved(field.shape.type).isOptional ? .some(value) : value
  }
}
