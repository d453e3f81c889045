import SpecIR

/// How an operation lists the rows of a table: which of its query parameters filter, sort and page.
///
/// Read off the query that its function runs, so that nothing is guessed by the name of a parameter.
struct ListQuery {
  let table: TableID
  /// The member of the answer that holds the rows; nothing where the answer is the list itself.
  let member: String?
  /// What a row is answered as.
  let row: Structure
  let isPaged: Bool
  private(set) var filters: [(parameter: Parameter, column: ColumnID, comparison: Filter.Comparison)] = []
  private(set) var sort: Sort?
  /// How many rows a page holds.
  private(set) var size: Parameter?
  /// Where the page begins: its number, or the rows before it.
  private(set) var start: Parameter?

  /// A parameter that chooses the order, and another one that may turn it round.
  struct Sort {
    let parameter: Parameter
    let direction: Parameter?
    let choices: [Order.Choice]
  }

  /// Nothing for an operation that lists no rows.
  init?(_ contract: Contract, _ id: OperationID) {
    let core = contract.core
    guard case .function(let function, _) = core[id].implementation,
      let (call, select) = Self.list(in: core[function].body, core),
      let answer = core.plans[id.index].success.body?.shape.type, let (member, row) = Self.rows(in: answer, contract)
    else { return nil }
    table = core[call.query].table
    self.member = member
    self.row = row
    isPaged = select.page != nil
    let sources = ArgumentSources(contract, id, core[function].body)
    for filter in select.filters {
      guard let parameter = sources.parameters(of: call.arguments[filter.parameter]).first else { continue }
      filters.append((parameter, filter.column, filter.comparison))
    }
    for case .chosen(let chosen, let choices, let direction) in select.order {
      guard let parameter = sources.parameters(of: call.arguments[chosen]).first else { continue }
      let turning = direction.flatMap { sources.parameters(of: call.arguments[$0.parameter]).first }
      sort = Sort(parameter: parameter, direction: turning, choices: choices)
    }
    if let page = select.page {
      size = sources.parameters(of: call.arguments[page.limit]).first
      start = sources.parameters(of: call.arguments[page.offset]).first { $0.name != size?.name }
    }
  }

  private static func list(in body: Block, _ core: CoreModel) -> (QueryCall, Select)? {
    for call in body.calls {
      if case .select(let select) = core[call.query].kind, select.outcome == .many { return (call, select) }
    }
    return nil
  }

  private static func rows(in answer: TypeRef, _ contract: Contract) -> (member: String?, row: Structure)? {
    if let row = contract.element(of: answer) { return (nil, row) }
    for field in contract.structure(answer)?.fields ?? [] {
      if let row = contract.element(of: field.shape.type) { return (field.name, row) }
    }
    return nil
  }
}

/// From which query parameters the arguments of a query come.
private struct ArgumentSources {
  private let candidates: [Parameter]
  private var bound: [LocalID: Expression] = [:]

  init(_ contract: Contract, _ id: OperationID, _ body: Block) {
    candidates = contract.core[id].parameters.filter { $0.location == .query && $0.isPlain(contract) }
    for case .bind(let local, let value) in body { bound[local] = value }
  }

  /// The parameters that a value is made of, in the order in which it names them.
  func parameters(of value: Expression) -> [Parameter] {
    switch value {
    case .field(.local, let name): candidates.filter { $0.name == name }
    case .local(let local): bound[local].map(parameters) ?? []
    default: value.operands.flatMap(parameters)
    }
  }
}

extension Contract {
  /// The structure of which a type is a list.
  fileprivate func element(of type: TypeRef) -> Structure? {
    guard case .list(let item) = resolved(type).unwrapped else { return nil }
    return structure(item.type)
  }
}
