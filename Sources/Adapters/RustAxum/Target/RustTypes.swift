import SpecAdapters
import SpecIR
import SpecRehearsal

extension RustTarget {
  /// Returns the type of a value.
  ///
  /// - Parameter holder: the model in which the value lies in place; a model that can hold itself is boxed there.
  func type(_ type: TypeRef, in holder: ModelID? = nil) -> RustType {
    switch type {
    case .scalar(let scalar): Self.type(of: scalar)
    case .list(let shape): .vec(self.type(shape.type))
    case .map(let shape): .named(.btreeMap, .string, self.type(shape.type))
    case .optional(let inner): .option(self.type(inner, in: holder))
    case .named(let id): named(id, in: holder)
    }
  }

  private func named(_ id: ModelID, in holder: ModelID?) -> RustType {
    switch core[id].kind {
    case .alias(let shape) where !isNewtype(id): type(shape.type, in: holder)
    case .enumeration(let enumeration) where enumeration.base != .string: Self.type(of: enumeration.base)
    case .structure, .enumeration, .union, .alias:
      if let holder, cycles.contains(holder, id) { .box(.named(.api(self[id].name))) } else { .named(.api(self[id].name)) }
    }
  }

  /// The table of scalars.
  static func type(of scalar: Scalar) -> RustType {
    switch scalar {
    case .string, .uri, .duration, .time: .string
    case .int32: .i32
    case .int64: .i64
    case .float: .f32
    case .double: .f64
    case .decimal: .named(.decimal)
    case .bool: .bool
    case .date: .named(.naiveDate)
    case .dateTime: .named(.dateTime, .named(.utc))
    case .uuid: .named(.uuid)
    case .bytes, .file: .named(.base64)
    case .json: .named(.json)
    }
  }

  /// The type of a field: absent, null and a value are three things where the contract tells them apart.
  func type(of field: Field, in holder: ModelID?) -> RustType {
    let type = self.type(field.shape.type, in: holder)
    switch field.presence {
    case .required, .defaulted: return type
    case .optional: return .option(type)
    }
  }

  /// Whether null is told apart from absent: the field's type is `Option<Option<T>>`.
  func tellsNullFromAbsent(_ field: Field) -> Bool {
    field.presence == .optional && resolved(field.shape.type).isOptional
  }

  /// Whether an alias becomes a type of its own: one that names itself in its list or map has no other spelling.
  func isNewtype(_ id: ModelID) -> Bool { contract.isRecursive(id) }

  /// The function that reads an alias, in the module of its file.
  func function(of id: ModelID, suffix: String) -> RustPath {
    RustPath(.own("generated", "api", self[id].file.rawValue, name: self[id].function + suffix))
  }

  /// The type behind aliases.
  func resolved(_ type: TypeRef) -> TypeRef { contract.resolved(type) }

  /// Whether values of the type are copied rather than moved.
  func isCopy(_ type: TypeRef) -> Bool {
    switch resolved(type) {
    case .scalar(let scalar):
      switch scalar {
      case .int32, .int64, .float, .double, .decimal, .bool, .date, .dateTime, .uuid: true
      case .string, .uri, .duration, .time, .bytes, .file, .json: false
      }
    case .named(let id):
      if case .enumeration = core[id].kind { true } else { false }
    case .optional(let inner): isCopy(inner)
    case .list, .map: false
    }
  }
}
