import SpecAdapters
import SpecIR
import SpecNaming
import SpecRehearsal

/// The types, beside structures, that columns hold as JSON: each has a `TypeAdapter`, made once, in `generated/shapes.py`.
struct JSONShapes {
  let target: PythonTarget

  init(_ target: PythonTarget) { self.target = target }

  /// In the order of first use.
  static func types(_ target: PythonTarget) -> [TypeRef] {
    let expressions = target.core.functions.flatMap(\.body.expressions) + target.core.mappings.flatMap { $0.fields.map(\.value) }
    var found: [TypeRef] = []
    for conversion in expressions.flatMap(\.conversions) {
      if case .toJSON(let type) = conversion.innermost, target.isPlainJSON(type) { continue }
      guard let type = conversion.jsonType, !found.contains(type), target.contract.structure(type.unwrapped) == nil else { continue }
      found.append(type)
    }
    return found
  }

  var file: PythonFile? {
    let types = Self.types(target)
    guard !types.isEmpty else { return nil }
    return PythonFile(
      documentation: "The types that columns hold as JSON.", module: target.module("generated", "shapes"),
      types.map { type in
        let adapter = PythonSymbol.of("pydantic", "pydantic", "TypeAdapter")
        let spelled = target.type(type)
        return .constant(
          target.jsonShape(type).name, .call(adapter, [.positional(spelled)]), type: .generic(adapter, [spelled]))
      })
  }
}

extension PythonTarget {
  /// The adapter of a type that is kept as JSON: `TOY_LIST`.
  func jsonShape(_ type: TypeRef) -> PythonSymbol {
    var scope = NameScope(reserved: ReservedWords(PythonNames.ambiguous))
    var name = ""
    for known in JSONShapes.types(self) {
      name = scope.claim(PythonNames.constant(shapeName(known)))
      if known == type { break }
    }
    return .own(module("generated", "shapes"), name)
  }

  /// Whether values of the type are values of JSON in Python, too, so that they are written as they are.
  func isPlainJSON(_ type: TypeRef) -> Bool {
    switch contract.resolved(type) {
    case .scalar(let scalar):
      switch scalar {
      case .string, .uri, .time, .duration, .int32, .int64, .double, .bool, .json: true
      case .float, .decimal, .date, .dateTime, .uuid, .bytes, .file: false
      }
    case .list(let shape), .map(let shape): isPlainJSON(shape.type)
    case .optional(let inner): isPlainJSON(inner)
    case .named: false
    }
  }

  private func shapeName(_ type: TypeRef) -> String {
    switch type {
    case .scalar(let scalar): scalar.rawValue
    case .list(let item): shapeName(item.type) + " list"
    case .map(let value): shapeName(value.type) + " map"
    case .optional(let inner): shapeName(inner)
    case .named(let id): self[id].name
    }
  }
}

extension Conversion {
  /// The type that the conversion writes as JSON or reads from it.
  var jsonType: TypeRef? {
    switch self {
    case .toJSON(let type), .fromJSON(let type): type
    case .optional(let inner), .each(let inner): inner.jsonType
    case .int32ToInt64, .int64ToInt32, .floatToDouble, .doubleToFloat, .int64ToDouble, .decimalToDouble, .doubleToDecimal,
      .boolToInt64, .int64ToBool, .enumerationToText, .textToEnumeration, .textToScalar, .scalarToText:
      nil
    }
  }
}
