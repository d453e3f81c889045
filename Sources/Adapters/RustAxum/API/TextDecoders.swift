import SpecAdapters
import SpecIR

extension Decoders {
  /// Returns what reads a shape from the text of a parameter; nothing for a shape that is no scalar.
  ///
  /// Null cannot be written as text, so a parameter that may be null is one that may be absent.
  func textDecoder(of shape: Shape, _ patterns: PatternConstants, named name: String) -> RustExpr? {
    let type = shape.type.unwrapped
    let plain: RustExpr
    switch type {
    case .scalar(.json), .scalar(.file), .scalar(.bytes), .list, .map: return nil
    case .scalar(let scalar):
      let name = Self.leaf(for: scalar)
      plain = .path(leaf(name == "string" ? "text" : name + "_text"))
    case .named(let id):
      switch target.core[id].kind {
      case .alias(let aliased):
        // The alias' own checks, then those beside the reference. Its patterns stand where the alias is declared.
        guard textDecoder(of: aliased, PatternConstants(), named: name) != nil else { return nil }
        plain = .path(reader(of: id, suffix: "_text"))
      case .enumeration(let enumeration):
        if enumeration.base == .string { return .path(leaf("keyword_text")) }
        return .closure(["text", "at", "report"]) {
          RustStatement.let("number", .call(leaf(Self.leaf(for: enumeration.base) + "_text"), "text", "at", "report").try)
          RustStatement.expr(allowedCheck(enumeration)("number"))
          RustExpr.some("number")
        }
      case .structure, .union: return nil
      }
    case .optional: return nil
    }
    let checks = self.checks(of: Shape(type, shape.constraints), patterns, named: name)
    guard !checks.isEmpty else { return plain }
    let local = Self.local(for: target.resolved(type))
    return .closure(["text", "at", "report"]) {
      RustStatement.let(RustPattern(stringLiteral: local), plain("text", "at", "report").try)
      for check in checks { RustStatement.expr(check(RustExpr(stringLiteral: local))) }
      RustExpr.some(RustExpr(stringLiteral: local))
    }
  }
}
