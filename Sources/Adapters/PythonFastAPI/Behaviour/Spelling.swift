import SpecAdapters
import SpecIR
import SpecRehearsal
import SpecWriting

/// Spells expressions of behaviour in Python.
struct Spelling {
  let target: PythonTarget
  private let locals: [Function.Local]
  /// What stands for a local, by ``LocalID``: its name, or the expression of its one use.
  private var values: [PythonExpr]
  let ranges: IntegerRanges

  /// Inside a function; names by ``LocalID``.
  init(_ target: PythonTarget, _ function: Function, names: [String]) {
    self.target = target
    locals = function.locals
    values = names.map { .name(PythonSymbol(stringLiteral: $0)) }
    ranges = IntegerRanges(target.contract, function)
  }

  /// Inside a mapping: local 0 is the row.
  init(_ target: PythonTarget, row: RowID) {
    self.target = target
    locals = [Function.Local("row", .row(row))]
    values = ["row"]
    ranges = IntegerRanges(target.contract, nil)
  }

  /// Puts an expression in the place of a local.
  mutating func substitute(_ local: LocalID, _ value: PythonExpr) { values[local.index] = value }

  func type(of expression: Expression) -> ValueType { target.core.type(of: expression, locals: locals) }

  func absence(of expression: Expression) -> Absence? { Absence(type(of: expression), target) }

  // MARK: Expressions

  func spell(_ expression: Expression) -> PythonExpr {
    switch expression {
    case .local(let id): values[id.index]
    case .literal(let value, let type): PythonLiteral.value(value, type, target)
    case .field(let base, let name): field(base, name)
    case .column(let base, let index): column(base, index)
    case .construct(let id, let fields): construct(id, fields)
    case .none: .none
    case .some(let inner): spell(inner)
    case .absentIfNull(let inner): absentIfNull(inner, absence(of: expression))
    case .orNull(let inner): orNull(inner)
    case .orElse(let inner, let other): orElse(inner, other)
    case .isPresent(let inner): (absence(of: inner) ?? .null).isPresent(spell(inner), target)
    case .mapped(let id, let row): mapping(id, spell(row))
    case .mappedList(let id, let rows): .comprehension(.list, mapping(id, "row"), for: "row", in: spell(rows))
    case .convert(let conversion, let inner):
      ConversionSpelling(target).convert(spell(inner), by: conversion, type(of: inner), to: absence(of: expression))
    case .call(let operation, let arguments): call(operation, arguments)
    }
  }

  private func mapping(_ id: MappingID, _ row: PythonExpr) -> PythonExpr {
    target.mapping(id).called([.positional(row)])
  }

  private func field(_ base: Expression, _ name: String) -> PythonExpr {
    guard case .api(let type) = type(of: base), case .named(let id) = target.contract.resolved(type),
      case .structure(let structure) = target.core[id].kind,
      let index = structure.fields.firstIndex(where: { $0.name == name })
    else { return .none }
    return spell(base).attribute(target[id].fields[index])
  }

  private func column(_ base: Expression, _ index: Int) -> PythonExpr {
    guard case .row(let id) = type(of: base) else { return .none }
    return spell(base).attribute(target[id].fields[index])
  }

  /// A structure with its fields in their order; what is not given is absent.
  ///
  /// The constructor of a model that clients send is a reader: it would hold what the server says against what clients may say.
  func construct(_ id: ModelID, _ fields: [Expression.FieldValue]) -> PythonExpr {
    guard case .structure(let structure) = target.core[id].kind else { return .none }
    let arguments = zip(structure.fields, target[id].fields).compactMap { field, name in
      fields.first { $0.field == field.name }.map { PythonArgument.keyword(name, spell($0.value)) }
    }
    let model = PythonExpr.name(target.symbol(of: id))
    return target.isRead(id) ? model.call("model_construct", arguments) : model.called(arguments)
  }

  private func orNull(_ inner: Expression) -> PythonExpr {
    if case .convert(let conversion, let presence) = inner, let absence = absence(of: presence) {
      return ConversionSpelling(target).convertOrNull(spell(presence), by: conversion, type(of: presence), absence)
    }
    let value = spell(inner)
    switch absence(of: inner) {
    case .absent: return .conditional(.none, if: Absence.absent.isAbsent(value, target), else: value)
    case .null, nil: return value
    }
  }

  /// None stands for absence already, unless it is a value of the type.
  private func absentIfNull(_ inner: Expression, _ absence: Absence?) -> PythonExpr {
    let value = spell(inner)
    guard let absence, absence == .absent else { return value }
    return .conditional(absence.sentinel(target), if: value.compare(.is, .none), else: value)
  }

  private func orElse(_ inner: Expression, _ other: Expression) -> PythonExpr {
    // Neither an absent value nor null counts.
    if case .orNull(let presence) = inner, absence(of: presence) == .absent {
      let value = spell(presence)
      let isNone = value.compare(.is, .none)
      return .conditional(spell(other), if: .any([Absence.absent.isAbsent(value, target), isNone]), else: value)
    }
    let value = spell(inner)
    return .conditional(spell(other), if: (absence(of: inner) ?? .null).isAbsent(value, target), else: value)
  }

  // MARK: Operators

  private func call(_ operation: Operator, _ arguments: [Expression]) -> PythonExpr {
    func value(_ index: Int) -> PythonExpr { spell(arguments[index]) }
    switch operation {
    case .boolAnd: return .all([value(0), value(1)])
    case .boolOr: return outside(arguments) ?? .any([value(0), value(1)])
    case .boolNot: return ComparisonSpelling(self).not(arguments[0])
    case .equal, .int64Less: return ComparisonSpelling(self).comparison(operation, arguments)
    case .int64Minimum: return chosen("min", ranges.order(arguments), arguments)
    case .int64Maximum: return chosen("max", ranges.order(arguments).map { !$0 }, arguments)
    case .int64AddSaturating: return saturated(operation, arguments, .add)
    case .int64SubtractSaturating: return saturated(operation, arguments, .subtract)
    case .int64MultiplySaturating: return saturated(operation, arguments, .multiply)
    // Division rounds down, so that of the negative number rounds up.
    case .int64DivideCeiling: return .minus(PythonExpr.minus(value(0)).binary(.floorDivide, value(1)))
    case .decimalFits: return .call(target.database(.fits, "fits"), (0..<3).map { .positional(value($0)) })
    case .stringLengthCodePoints, .listCount: return .call("len", [.positional(value(0))])
    }
  }

  /// `max(a, b)`, or the one of the two that it always is.
  private func chosen(_ function: PythonSymbol, _ isFirst: Bool?, _ arguments: [Expression]) -> PythonExpr {
    if let isFirst { return spell(arguments[isFirst ? 0 : 1]) }
    return .call(function, arguments.map { .positional(spell($0)) })
  }

  /// `value not in range(low, high)`, where a number is compared with both ends.
  private func outside(_ arguments: [Expression]) -> PythonExpr? {
    guard case .call(.int64Less, let below) = arguments[0], case .call(.int64Less, let above) = arguments[1],
      below[0] == above[1],
      let low = below[1].integer, let high = above[0].integer
    else { return nil }
    let range = PythonExpr.call("range", [.positional(.integer(low)), .positional(.integer(Int128(high) + 1))])
    return spell(below[0]).compare(.notIn, range)
  }

  /// An operation whose result 64 bits hold, or is made to.
  private func saturated(_ operation: Operator, _ arguments: [Expression], _ op: PythonBinary) -> PythonExpr {
    var value = spell(arguments[0]).binary(op, spell(arguments[1]))
    let exact = ranges.exact(operation, arguments)
    if exact.upperBound > Int128(Int64.max) { value = .call("min", [.positional(value), .positional(.integer(Int64.max))]) }
    if exact.lowerBound < Int128(Int64.min) { value = .call("max", [.positional(value), .positional(.integer(Int64.min))]) }
    return value
  }
}

extension Expression {
  /// The number of a literal.
  var integer: Int64? {
    guard case .literal(.number(let number), _) = self else { return nil }
    return number.int64
  }
}
