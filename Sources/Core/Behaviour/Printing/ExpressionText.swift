import SpecWriting

/// Prints expressions.
struct ExpressionText {
  let core: CoreModel
  let locals: [Function.Local]

  func text(_ expression: Expression) -> String {
    switch expression {
    case .local(let id): name(id)
    case .literal(let value, _): JSONWriter.write(value, indent: nil)
    case .field(let base, let field): "\(text(base)).\(field)"
    case .column(let base, let index): "\(text(base)).\(column(base, index))"
    case .construct(let model, let fields):
      "\(core[model].name) {\(fields.map { "\($0.field): \(text($0.value))" }.joined(separator: ", "))}"
    case .none: "null"
    case .some(let value): "some(\(text(value)))"
    case .orNull(let value): "orNull(\(text(value)))"
    case .orElse(let value, let other): "orElse(\(text(value)), \(text(other)))"
    case .absentIfNull(let value): "absentIfNull(\(text(value)))"
    case .isPresent(let value): "isPresent(\(text(value)))"
    case .mapped(let mapping, let row): "\(core[core[mapping].model].name)(\(text(row)))"
    case .mappedList(let mapping, let rows): "\(core[core[mapping].model].name)[](\(text(rows)))"
    case .convert(let conversion, let value): "\(text(conversion))(\(text(value)))"
    case .call(let operation, let arguments): "\(operation.rawValue)(\(arguments.map(text).joined(separator: ", ")))"
    }
  }

  func name(_ id: LocalID) -> String { locals.indices.contains(id.index) ? locals[id.index].name : "local\(id.index)" }

  private func column(_ base: Expression, _ index: Int) -> String {
    guard case .local(let id) = base, locals.indices.contains(id.index), case .row(let row) = locals[id.index].type,
      core[row].columns.indices.contains(index), let database = core.database
    else { return "\(index)" }
    return database[core[row].table][core[row].columns[index]].name
  }

  private func text(_ conversion: Conversion) -> String {
    switch conversion {
    case .int32ToInt64: "int32ToInt64"
    case .int64ToInt32: "int64ToInt32"
    case .floatToDouble: "floatToDouble"
    case .doubleToFloat: "doubleToFloat"
    case .int64ToDouble: "int64ToDouble"
    case .decimalToDouble: "decimalToDouble"
    case .doubleToDecimal: "doubleToDecimal"
    case .boolToInt64: "boolToInt64"
    case .int64ToBool: "int64ToBool"
    case .enumerationToText(let id): "textOf\(core[id].name)"
    case .textToEnumeration(let id): "\(core[id].name)OfText"
    case .textToScalar(let scalar): "\(scalar.rawValue)OfText"
    case .scalarToText(let scalar): "textOf-\(scalar.rawValue)"
    case .toJSON: "toJSON"
    case .fromJSON: "fromJSON"
    case .optional(let inner): "\(text(inner))?"
    case .each(let inner): "\(text(inner))*"
    }
  }
}
