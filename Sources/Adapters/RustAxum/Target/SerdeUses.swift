import SpecAdapters
import SpecIR

/// Which types of the contract serde writes and reads.
///
/// Answers and errors are written, and tests read them. Requests are read by `Decode`, which knows the checks, and not by serde, but
/// for what a column keeps as JSON and for constants that are spelled as JSON.
struct SerdeUses: Sendable {
  private let written: Set<ModelID>
  private let read: Set<ModelID>

  init(_ core: CoreModel) {
    let expressions = core.functions.flatMap(\.body.expressions) + core.mappings.flatMap { $0.fields.map(\.value) }
    let answers = core.models.indices.map(ModelID.init).filter { !core[$0].usage.isDisjoint(with: [.response, .error]) }
    var written = answers
    var read = answers
    for conversion in expressions.flatMap(\.conversions) {
      switch conversion.innermost {
      case .toJSON(let type): written += type.models
      case .fromJSON(let type): read += type.models
      case .int32ToInt64, .int64ToInt32, .floatToDouble, .doubleToFloat, .int64ToDouble, .decimalToDouble, .doubleToDecimal,
        .boolToInt64, .int64ToBool, .enumerationToText, .textToEnumeration, .textToScalar, .scalarToText, .optional, .each:
        continue
      }
    }
    var constants = expressions.flatMap(\.literalTypes)
    for field in core.models.flatMap(\.kind.fields) {
      if case .defaulted = field.presence { constants.append(field.shape.type) }
    }
    for parameter in core.operations.flatMap(\.parameters) {
      if case .defaulted = parameter.presence { constants.append(parameter.shape.type) }
      // Items are compared by their JSON.
      if parameter.shape.constraints.uniqueItems { written += parameter.shape.type.models }
    }
    // Listed words are spelled as the cases that they are.
    read += constants.flatMap(\.models).filter { !core[$0].kind.isEnumeration }
    self.written = Self.closure(of: written, core)
    self.read = Self.closure(of: read, core)
  }

  /// The models, and all that their values hold.
  private static func closure(of roots: [ModelID], _ core: CoreModel) -> Set<ModelID> {
    var found: Set<ModelID> = []
    var open = roots
    while let next = open.popLast() {
      if found.insert(next).inserted { open += core[next].kind.shapes.flatMap(\.type.models) }
    }
    return found
  }

  func writes(_ id: ModelID) -> Bool { written.contains(id) }
  func reads(_ id: ModelID) -> Bool { read.contains(id) }

  /// Whether serde knows the type at all, so that its attributes mean something.
  func knows(_ id: ModelID) -> Bool { writes(id) || reads(id) }
}

extension Model.Kind {
  fileprivate var fields: [Field] { if case .structure(let structure) = self { structure.fields } else { [] } }
  fileprivate var isEnumeration: Bool { if case .enumeration = self { true } else { false } }
}

extension Expression {
  /// The types of all literals inside.
  fileprivate var literalTypes: [TypeRef] {
    if case .literal(_, let type) = self { return [type] }
    return operands.flatMap(\.literalTypes)
  }
}
