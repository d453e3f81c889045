import SpecDiagnostics
import SpecIR
import SpecNaming

extension BindingSession {
  /// GET of all rows, filtered, sorted and paged as the query asks.
  mutating func bindList(_ context: OperationContext) throws(Refusal) {
    guard case .list(let model, let wrapper) = context.answer else {
      throw Refusal(.unsupported, "a list of rows is found, and its answer is none")
    }
    let table = context.target.table
    let mapping = try mapping(of: table, to: model, stated: context.stated, for: context.id)
    let shown = Set(core[mapping].fields.flatMap { $0.value.columns }.map(ColumnID.init))
    let names = ColumnNames(table, in: database, stated: context.stated)
    let fields = context.operation.queryModel.flatMap { core.structure(of: .named($0))?.structure.fields } ?? []
    let request = try ListParameters(names: names, core: core, hint: context.hint, shown: shown).read(fields)

    var builder = builder(context)
    checkParents(context, decidedByKey: false, in: &builder)
    let page = page(request, context, in: &builder)
    let total = try total(wrapper, request, page, context, in: &builder)
    let rows = selectRows(request, page, context, in: &builder)
    let list = Expression.mappedList(mapping, .local(rows))
    guard let wrapper else {
      builder.body.append(.return(list))
      try finish(builder, context, result: .api(.list(Shape(.named(model.id)))))
      return
    }
    // Without pages, all rows are here.
    var facts = PageFacts(
      core: core, page: page, total: total ?? (page == nil ? .call(.listCount, [.local(rows)]) : nil), rows: rows)
    let values = try facts.values(of: wrapper.model.structure, besides: wrapper.field)
    for field in facts.leftOut {
      note(.fieldUnmapped, "the optional field '\(field)' beside the list of \(context.operation.name) is left out", context.id)
    }
    let position = wrapper.model.structure.fields.firstIndex { $0.name == wrapper.field } ?? 0
    let isOptional = core.resolved(wrapper.model.structure.fields[position].shape.type).isOptional
    var all = values
    all.append(.init(wrapper.field, isOptional ? .some(list) : list))
    let order = wrapper.model.structure.fields.map(\.name)
    all.sort { (order.firstIndex(of: $0.field) ?? 0) < (order.firstIndex(of: $1.field) ?? 0) }
    builder.body.append(.return(.construct(wrapper.model.id, all)))
    try finish(builder, context, result: .api(.named(wrapper.model.id)))
  }

  /// Counts the rows on all pages where the answer tells it.
  private mutating func total(
    _ wrapper: Answer.Wrapper?, _ request: ListRequest, _ page: Page?, _ context: OperationContext,
    in builder: inout FunctionBuilder
  ) throws(Refusal) -> Expression? {
    guard let wrapper, page != nil, PageFacts.needTotal(wrapper.model.structure, in: core) else { return nil }
    let table = context.target.table
    var draft = QueryDraft()
    let filters = conditions(request, context, in: builder, &draft)
    let query = add(
      Query(
        name: "count_\(listName(context))", table: table, parameters: draft.parameters, kind: .count(where: filters)),
      for: context.id)
    let total = builder.local("total", .api(.scalar(.int64)))
    builder.body.append(.query(total, QueryCall(query, arguments: draft.arguments)))
    return .local(total)
  }

  private mutating func selectRows(
    _ request: ListRequest, _ page: Page?, _ context: OperationContext, in builder: inout FunctionBuilder
  ) -> LocalID {
    let table = context.target.table
    let row = row(of: table)
    var draft = QueryDraft()
    let filters = conditions(request, context, in: builder, &draft)
    var order: [Order] = []
    if let sort = request.sort { order.append(chosen(sort, in: builder, &draft)) }
    order += database[table].columns(named: database[table].identifyingKeys.first ?? []).map { .column($0, .ascending) }
    let paging = page.map { page in
      let limit = draft.add("limit", page.size, .api(.scalar(.int64)))
      return Select.Page(limit: limit, offset: draft.add("offset", page.offset, .api(.scalar(.int64))))
    }
    let query = add(
      Query(
        name: "list_\(listName(context))", table: table, parameters: draft.parameters,
        kind: .select(Select(row: row, filters: filters, order: order, page: paging, outcome: .many))), for: context.id)
    let rows = builder.local("rows", .list(.row(row)))
    builder.body.append(.query(rows, QueryCall(query, arguments: draft.arguments)))
    return rows
  }

  /// The plural of the thing, with the parent's columns where the path has one.
  private func listName(_ context: OperationContext) -> String {
    let parts = context.target.parentReferences(in: database)
    let name = Words(database[context.target.table].name).snake
    return parts.isEmpty ? name : "\(name)_by_\(columnsName(parts, of: context.target.table))"
  }

  private func conditions(
    _ request: ListRequest, _ context: OperationContext, in builder: FunctionBuilder, _ draft: inout QueryDraft
  ) -> [Filter] {
    let table = context.target.table
    var filters = filters(
      context.target.key + context.target.parentReferences(in: database), of: table, context, in: builder, &draft)
    for filter in request.filters {
      let (value, type) = argument(filter.field, filter, database[table][filter.column].type, in: builder)
      filters.append(Filter(filter.column, filter.comparison, parameter: draft.add(filter.field.name, value, type)))
    }
    return filters
  }

  /// A query parameter as an argument that compares with a column: absent leaves the condition out.
  private func argument(
    _ field: Field, _ filter: ListRequest.ColumnFilter, _ column: ColumnType, in builder: FunctionBuilder
  ) -> (Expression, ValueType) {
    let (value, type, isPresence) = given(field, in: builder)
    let plain: TypeRef
    let conversion: Conversion?
    if let element = core.element(of: type) {
      let inner = comparable(value, core.resolved(element.type), column)
      plain = .list(Shape(valueType(inner.type)))
      conversion = self.conversion(core.resolved(element.type), column).map { .each($0) }
    } else {
      plain = valueType(comparable(value, type, column).type)
      conversion = self.conversion(type, column)
    }
    let converted = conversion.map { Expression.convert(isPresence ? .optional($0) : $0, value) } ?? value
    return (converted, isPresence ? .presence(plain) : .api(plain))
  }

  private func conversion(_ type: TypeRef, _ column: ColumnType) -> Conversion? {
    guard case .convert(let conversion, _) = comparable(.local(LocalID(0)), type, column).value else { return nil }
    return conversion
  }

  private func valueType(_ type: ValueType) -> TypeRef {
    if case .api(let type) = type { type } else { .scalar(.json) }
  }

  /// A query parameter's value without null, its type, and whether it may be absent; null in a query is absence.
  func given(_ field: Field, in builder: FunctionBuilder) -> (value: Expression, type: TypeRef, isPresence: Bool) {
    let value = Expression.field(builder.value(.query), field.name)
    let type = core.resolved(field.shape.type)
    switch (field.presence == .optional, type.isOptional) {
    case (let isPresence, false): return (value, type, isPresence)
    case (true, true): return (.absentIfNull(.orNull(value)), type.unwrapped, true)
    case (false, true): return (.absentIfNull(value), type.unwrapped, true)
    }
  }

  private func chosen(_ sort: ListRequest.Sort, in builder: FunctionBuilder, _ draft: inout QueryDraft) -> Order {
    func parameter(_ field: Field) -> Int {
      let (value, type, isPresence) = given(field, in: builder)
      return draft.add(field.name, value, isPresence ? .presence(type) : .api(type))
    }
    let chosen = parameter(sort.field)
    let direction = sort.direction.map { Order.DirectionChoice(parameter: parameter($0.field), descending: $0.descending) }
    return .chosen(parameter: chosen, sort.choices, direction: direction)
  }
}
