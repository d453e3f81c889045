import SpecAdapters
import SpecIR

/// Writes the decoders of shapes: functions from a value and its place to `Option<T>`, composed of the leaves in
/// `generated/api/decode`.
///
/// A class, because it collects what all files of `generated/api` use: the leaves that the backend needs, and its patterns.
final class Decoders {
  let target: RustTarget
  /// The functions of `decode` that were written.
  private(set) var leaves: Set<String> = []
  /// The functions that read aliases and were named.
  private(set) var readers: Set<String> = []

  init(_ target: RustTarget) { self.target = target }

  /// The parameters of every decoder.
  static let parameters: [RustFunction.Parameter] = [
    .init("value", .named(.json)), .init("at", .ref(pointer)), .init("report", .refMut(.named(.decoding("Report")))),
  ]

  static let textParameters: [RustFunction.Parameter] = [.init("text", .string)] + parameters.dropFirst()

  private static let pointer = RustType.named(.decoding("Pointer"), arguments: [.lifetime("_")])

  /// The path of a leaf, which is then part of the backend.
  func leaf(_ name: String) -> RustPath {
    leaves.insert(name)
    return .decode(name)
  }

  /// The path of the function that reads an alias, which is then part of the backend.
  func reader(of id: ModelID, suffix: String) -> RustPath {
    readers.insert(target[id].function + suffix)
    return target.function(of: id, suffix: suffix)
  }

  /// Returns what reads a shape from a JSON value: the path of a function, or a closure.
  ///
  /// - Parameters:
  ///   - holder: the model in which the value lies.
  ///   - patterns: where the patterns of this file are kept.
  func decoder(of shape: Shape, in holder: ModelID?, _ patterns: PatternConstants, named name: String) -> RustExpr {
    let checks = self.checks(of: shape, patterns, named: name)
    let plain = decoder(of: shape.type, in: holder, patterns, named: name)
    let isUnique = shape.constraints.uniqueItems && target.resolved(shape.type).unwrapped.isList
    guard !checks.isEmpty || isUnique else { return plain }
    if case .optional(let inner) = shape.type {
      let inside = decoder(of: Shape(inner, shape.constraints), in: holder, patterns, named: name)
      return nullable(inside)
    }
    let local = Self.local(for: target.resolved(shape.type))
    return .closure(["value", "at", "report"]) {
      if isUnique { RustStatement.expr(.call(leaf("unique_items"), .ref("value"), "at", "report")) }
      RustStatement.let(RustPattern(stringLiteral: local), Self.applied(plain).try)
      for check in checks { RustStatement.expr(check(RustExpr(stringLiteral: local))) }
      RustExpr.some(RustExpr(stringLiteral: local))
    }
  }

  private func decoder(of type: TypeRef, in holder: ModelID?, _ patterns: PatternConstants, named name: String) -> RustExpr {
    switch type {
    case .scalar(let scalar): return .path(leaf(Self.leaf(for: scalar)))
    case .named(let id): return named(id, in: holder)
    case .optional(let inner): return nullable(decoder(of: inner, in: holder, patterns, named: name))
    case .list(let shape):
      let item = decoder(of: shape, in: nil, patterns, named: name + " item")
      return .closure(["value", "at", "report"], .call(leaf("list"), "value", "at", "report", item))
    case .map(let shape):
      let item = decoder(of: shape, in: nil, patterns, named: name + " value")
      return .closure(["value", "at", "report"], .call(leaf("map"), "value", "at", "report", item))
    }
  }

  private func named(_ id: ModelID, in holder: ModelID?) -> RustExpr {
    let model = target[id]
    if case .alias = target.core[id].kind, !target.isNewtype(id) { return .path(reader(of: id, suffix: "")) }
    if case .enumeration(let enumeration) = target.core[id].kind, enumeration.base != .string { return allowed(enumeration) }
    let decode = RustExpr.path(.api(model.name), "decode")
    guard let holder, target.cycles.contains(holder, id) else { return decode }
    return .closure(["value", "at", "report"], Self.applied(decode).call("map", "Box::new"))
  }

  /// A number or a flag of which the contract lists all.
  private func allowed(_ enumeration: Enumeration) -> RustExpr {
    .closure(["value", "at", "report"]) {
      RustStatement.let("number", .call(leaf(Self.leaf(for: enumeration.base)), "value", "at", "report").try)
      RustStatement.expr(allowedCheck(enumeration)("number"))
      RustExpr.some("number")
    }
  }

  func allowedCheck(_ enumeration: Enumeration) -> Check {
    let path = leaf("allowed")
    let values = enumeration.cases.map { target.value($0.value, of: .scalar(enumeration.base)) }
    return { .call(path, .ref($0), .ref(.array(values)), "at", "report") }
  }

  private func nullable(_ inner: RustExpr) -> RustExpr {
    .closure(["value", "at", "report"], .call(leaf("nullable"), "value", "at", "report", inner))
  }

  /// The leaf that reads a scalar.
  static func leaf(for scalar: Scalar) -> String {
    switch scalar {
    case .string, .time, .duration, .uri: "string"
    case .int32, .int64: "integer"
    case .float, .double: "number"
    case .decimal: "decimal"
    case .bool: "boolean"
    case .date: "date"
    case .dateTime: "date_time"
    case .uuid: "uuid"
    case .bytes, .file: "base64"
    case .json: "json"
    }
  }

  /// Calls a decoder with the parameters around it; a closure is taken apart rather than called.
  static func applied(_ decoder: RustExpr, to value: RustExpr = "value") -> RustExpr {
    if case .closure(let closure) = decoder.kind { return closure.body }
    return decoder(value, "at", "report")
  }

  /// What a decoded value is called while it is checked.
  static func local(for type: TypeRef) -> String {
    switch type {
    case .scalar(.int32), .scalar(.int64), .scalar(.float), .scalar(.double), .scalar(.decimal): "number"
    case .scalar(.string), .scalar(.uri), .scalar(.time), .scalar(.duration): "text"
    case .list: "items"
    case .map: "map"
    case .scalar, .named: "decoded"
    case .optional(let inner): local(for: inner)
    }
  }
}

extension TypeRef {
  var isList: Bool { if case .list = self { true } else { false } }
}
