internal import SpecIR
internal import SpecWriting

/// What can be written into a field of an envelope.
enum EnvelopeFieldKind {
  case text(Constraints)
  case listedTexts([String])
  case integer(Constraints)
  case listedIntegers([Int])
  case flag
  case listedFlags([Bool])
  case time
  case structure(ModelID)
  /// A list of structures.
  case structures(ModelID)
  /// A list of texts.
  case texts
  /// Another list, which may be empty.
  case list
  /// Any object.
  case open
  case other

  init(_ shape: Shape, in core: CoreModel) {
    switch shape.type.unwrapped {
    case .scalar(.string), .scalar(.uri): self = .text(shape.constraints)
    case .scalar(.int32), .scalar(.int64), .scalar(.double), .scalar(.float), .scalar(.decimal):
      self = .integer(shape.constraints)
    case .scalar(.bool): self = .flag
    case .scalar(.dateTime): self = .time
    case .scalar(.json): self = .open
    case .scalar: self = .other
    case .map(let values): if case .scalar(.json) = values.type { self = .open } else { self = .other }
    case .list(let items): self = Self.list(of: items, shape.constraints, in: core)
    case .named(let model): self = Self.named(model, in: core)
    case .optional: self = .other
    }
  }

  private static func list(of items: Shape, _ constraints: Constraints, in core: CoreModel) -> EnvelopeFieldKind {
    switch EnvelopeFieldKind(items, in: core) {
    case .text(let text) where text.isEmpty: .texts
    case .structure(let model): .structures(model)
    case .text, .listedTexts, .integer, .listedIntegers, .flag, .listedFlags, .time, .structures, .texts, .list, .open, .other:
      constraints.minItems == nil ? .list : .other
    }
  }

  private static func named(_ model: ModelID, in core: CoreModel) -> EnvelopeFieldKind {
    switch core[model].kind {
    case .structure: .structure(model)
    case .union: .other
    case .enumeration(let enumeration):
      switch enumeration.base {
      case .string: .listedTexts(enumeration.cases.compactMap(\.value.stringValue))
      case .bool: .listedFlags(enumeration.cases.compactMap { if case .bool(let flag) = $0.value { flag } else { nil } })
      default: .listedIntegers(enumeration.cases.compactMap { $0.value.integer })
      }
    case .alias(let shape):
      if let structure = core.structure(behind: model) {
        .structure(structure)
      } else if case .named = shape.type.unwrapped {
        .other
      } else {
        EnvelopeFieldKind(shape, in: core)
      }
    }
  }

  /// Whether the field is one value that a word or a number of ours may stand in, and no container.
  var mayTell: Bool {
    switch self {
    case .text, .listedTexts, .integer, .listedIntegers, .flag, .listedFlags, .time: true
    case .structure, .structures, .texts, .list, .open, .other: false
    }
  }

  /// Whether any sentence or word of ours fits.
  var isFreeText: Bool {
    guard case .text(let constraints) = self else { return false }
    return constraints.pattern == nil && constraints.format == nil && constraints.minLength ?? 0 <= 1
      && constraints.maxLength ?? .max >= 64
  }

  /// Whether any status of a failure fits.
  var isFreeInteger: Bool {
    guard case .integer(let constraints) = self, constraints.multipleOf == nil else { return false }
    return (constraints.minimum?.value.double ?? 0) <= 400 && (constraints.maximum?.value.double ?? 600) >= 599
  }

  /// The value that a required field has, where it can have only one, or where one says nothing.
  func constant(for field: Field) -> ErrorEnvelope.Role? {
    switch self {
    case .listedTexts(let texts): texts.count == 1 ? .constant(.text(texts[0])) : nil
    case .listedIntegers(let integers): integers.count == 1 ? .constant(.number(integers[0])) : nil
    case .flag: EnvelopeWords.flag(field.name).map { .constant(.flag($0)) }
    case .listedFlags(let flags): flags.count == 1 ? .constant(.flag(flags[0])) : nil
    case .list, .texts, .structures: .constant(.emptyList)
    case .text, .integer, .time, .structure, .open, .other: nil
    }
  }
}

extension JSONValue {
  var integer: Int? {
    guard case .number(let number) = self else { return nil }
    return number.int64.flatMap { Int(exactly: $0) }
  }
}
