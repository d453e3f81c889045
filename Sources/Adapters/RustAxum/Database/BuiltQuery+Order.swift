import SpecIR
import SpecWriting

/// The order of rows, as parameters choose it.
extension BuiltQuery {
  @RustBlockBuilder
  func order(_ terms: [Order]) -> RustBlock {
    let fixed = terms.dropFirst().compactMap { if case .column(let id, let direction) = $0 { (id, direction) } else { nil } }
    if case .chosen(let parameter, let choices, nil)? = terms.first, fixed.count == terms.count - 1 {
      order(parameter, choices, between: fixed)
    } else {
      for (position, term) in terms.enumerated() {
        let separator = position == 0 ? " ORDER BY " : ", "
        switch term {
        case .column(let id, let direction): push(separator + text.term(id, direction))
        case .chosen(let parameter, let choices, let direction):
          push(separator)
          chosen(parameter, choices, direction)
        }
      }
    }
  }

  /// The whole order for each value of a parameter; an absent one leaves it to the terms that decide between equals.
  @RustBlockBuilder
  private func order(
    _ parameter: Int, _ choices: [Order.Choice], between equals: [(id: ColumnID, direction: Order.Direction)]
  ) -> RustBlock {
    let cases = choices.map { choice in
      let behind = equals.filter { $0.id != choice.column }.map { text.term($0.id, $0.direction) }
      return (value: choice.value, text: ([text.term(choice.column, choice.direction)] + behind).joined(separator: ", "))
    }
    let plain = equals.isEmpty ? text.anchor : equals.map { text.term($0.id, $0.direction) }.joined(separator: ", ")
    RustStatement.let("order", match(parameter, cases, otherwise: plain))
    RustStatement.expr(query.call("push", .string(" ORDER BY ")).call("push", "order"))
  }

  /// The text for each value of a parameter; an absent one sorts by nothing, spelled as a constant.
  @RustBlockBuilder
  private func chosen(_ parameter: Int, _ choices: [Order.Choice], _ direction: Order.DirectionChoice?) -> RustBlock {
    let cases = choices.map { choice in
      (value: choice.value, text: direction == nil ? text.term(choice.column, choice.direction) : text.ordered(choice.column))
    }
    RustStatement.let("term", match(parameter, cases, otherwise: text.anchor))
    RustStatement.expr(query.call("push", "term"))
    if let direction {
      let hasNulls = choices.contains { shape.table[$0.column].isNullable }
      let descending = text.suffix(of: .descending, hasNulls: hasNulls)
      RustStatement.let(
        "direction",
        match(
          direction.parameter, direction.descending.map { ($0, descending) },
          otherwise: text.suffix(of: .ascending, hasNulls: hasNulls)))
      RustStatement.expr(query.call("push", "direction"))
    }
  }

  private func match(_ index: Int, _ cases: [(value: JSONValue, text: String)], otherwise: String) -> RustExpr {
    let isPresence = shape.parameters[index].isPresence
    let enumeration = target.enumeration(of: shape.query.parameters[index].type)
    var arms = cases.compactMap { item -> RustArm? in
      guard let path = enumeration.flatMap({ target.casePath($0, item.value) }) else { return nil }
      return RustArm(isPresence ? .some(.path(path)) : .path(path), .string(item.text))
    }
    let isWhole = enumeration.map { target.caseCount($0) == arms.count } ?? false
    if isPresence || !isWhole {
      arms.append(RustArm(isPresence && isWhole ? .none : .wildcard, .string(otherwise)))
    }
    return .match(shape.argument(index), arms)
  }
}
