import SpecDiagnostics
import SpecIR
import SpecNaming

extension BindingSession {
  /// Begins a function with the parts of the request as its parameters: path, then query, then body.
  func builder(_ context: OperationContext) -> FunctionBuilder {
    var builder = FunctionBuilder()
    for name in context.operation.path.parameterNames {
      guard let index = context.operation.parameters.firstIndex(where: { $0.location == .path && $0.name == name }) else {
        continue
      }
      builder.parameter(name, .api(core.resolved(context.operation.parameters[index].shape.type)), .parameter(index))
    }
    if let model = context.operation.queryModel { builder.parameter("query", .api(.named(model)), .query) }
    if let body = context.body { builder.parameter("body", .api(.named(body.id)), .body) }
    return builder
  }

  /// Ends a function, and makes it the operation's implementation.
  mutating func finish(_ builder: FunctionBuilder, _ context: OperationContext, result: ValueType) throws(Refusal) {
    let operation = context.operation
    let function = builder.function(
      name: operation.name, group: operation.group, documentation: operation.summary ?? operation.documentation, result: result)
    core.functions.append(function)
    let id = FunctionID(core.functions.count - 1)
    core.operations[context.id.index].implementation = .function(id, arguments: builder.arguments)
    let table = database[context.target.table]
    core.provenance.add(
      Origin("table \(table.qualifiedName): " + context.target.evidence.joined(separator: "; "), at: table.place.range),
      to: .function(id))
    if var body = core[context.id].body, !body.isRequired {
      body.isRequired = true
      core.operations[context.id.index].body = body
      note(.bodyRequired, "\(operation.name) needs its body, which the contract leaves optional", context.id)
    }
  }

  /// Returns the answer made of a row, or nothing where the contract declares an answer without content.
  mutating func item(_ row: Expression, _ context: OperationContext) throws(Refusal) -> (value: Expression, type: ValueType)? {
    switch context.answer {
    case .nothing: return nil
    case .list: throw Refusal(.unsupported, "one row is found, and its answer is a list")
    case .item(let model, let wrapper):
      let mapping = try mapping(of: context.target.table, to: model, stated: context.stated, for: context.id)
      let value = Expression.mapped(mapping, row)
      guard let wrapper else { return (value, .api(.named(model.id))) }
      return (.construct(wrapper.model.id, [.init(wrapper.field, value)]), .api(.named(wrapper.model.id)))
    }
  }

  /// Whether the operation's answer is made of a row.
  func answersRow(_ context: OperationContext) -> Bool {
    if case .nothing = context.answer { false } else { true }
  }

  /// Adds the checks that the outer levels of the path exist and belong to each other.
  ///
  /// - Parameter decidedByKey: whether the database itself decides that the innermost of a single level exists.
  mutating func checkParents(_ context: OperationContext, decidedByKey: Bool, in builder: inout FunctionBuilder) {
    let parents = context.target.parents
    for (index, parent) in parents.enumerated() where !(index == 0 && (decidedByKey || parents.count > 1)) {
      var parts = parent.key
      if index > 0 {
        let outer = parents[index - 1]
        parts += Target.references(of: outer.link, in: database[parent.table], to: database[outer.table], key: outer.key)
      }
      checkExists(parent.table, parts, context, in: &builder)
    }
  }

  /// Adds the check that a key finds a row.
  mutating func checkExists(
    _ table: TableID, _ parts: [Target.KeyPart], _ context: OperationContext, in builder: inout FunctionBuilder
  ) {
    var draft = QueryDraft()
    let filters = filters(parts, of: table, context, in: builder, &draft)
    let query = add(
      Query(
        name: "\(thing(table).snake)_exists_by_\(columnsName(parts, of: table))", table: table, parameters: draft.parameters,
        kind: .exists(where: filters)), for: context.id)
    let found = builder.local("\(thing(table).snake)_exists", .api(.scalar(.bool)))
    builder.body.append(.query(found, QueryCall(query, arguments: draft.arguments)))
    let missing = error(.notFound(table), for: context.id)
    builder.body.append(.branch(.call(.boolNot, [.local(found)]), then: [builder.fail(missing)], otherwise: []))
  }

  /// Refuses query parameters where no rule gives them a meaning.
  func refuseQuery(_ context: OperationContext) throws(Refusal) {
    if let parameter = context.operation.parameters.first(where: { $0.location == .query }) {
      throw Refusal(.unsupported, "no rule says what the query parameter '\(parameter.name)' does here")
    }
  }

  /// The filters that find the one row of an item's path.
  func itemParts(_ context: OperationContext) -> [Target.KeyPart] {
    context.target.key
      + context.target.parentReferences(in: database).filter { part in
        !context.target.key.contains { $0.column == part.column }
      }
  }
}
