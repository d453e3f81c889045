package import SpecIR

extension Query {
  /// With more parameters than this, a query is given a structure: nobody keeps their order in mind.
  package static let inlineLimit = 3

  package var filters: [Filter] {
    switch kind {
    case .select(let select): select.filters
    case .count(let filters), .exists(let filters), .delete(let filters): filters
    case .insert: []
    case .update(let update): update.filters
    }
  }

  package var assignments: [Assignment] {
    switch kind {
    case .insert(let insert): insert.assignments
    case .update(let update): update.assignments
    case .select, .count, .exists, .delete: []
    }
  }

  /// What a parameter is compared with or assigned to, and whether it is a list; no column for a limit, an offset or an order.
  package func use(of parameter: Int) -> (column: ColumnID?, isList: Bool) {
    if let filter = filters.first(where: { $0.parameter == parameter }) { return (filter.column, filter.comparison == .oneOf) }
    return (assignments.first { $0.source == .parameter(parameter) }?.column, false)
  }
}
