internal import SpecIR

/// Gives operations names that no two of them share, and their rooms.
struct OperationNames {
  private var names = ModelNames()

  mutating func claim(_ name: String) -> String { names.claim(name.isEmpty ? "operation" : name) }

  /// Returns a name for an operation without one: `GET /users/{id}/orders` is `getUsersByIdOrders`.
  static func derived(_ method: Operation.Method, _ path: PathTemplate) -> String {
    var name = method.rawValue.lowercased()
    for piece in path.segments.flatMap(\.pieces) {
      switch piece {
      case .literal(let text): name += upperCamelCase(text)
      case .parameter(let parameter): name += "By" + upperCamelCase(parameter)
      }
    }
    return name
  }

  /// Returns the first tag, else the first segment of the path that names a thing.
  static func group(_ tags: [String], _ path: PathTemplate) -> String {
    if let tag = tags.first(where: { !upperCamelCase($0).isEmpty }) { return tag }
    for segment in path.segments {
      guard segment.pieces.count == 1, case .literal(let text) = segment.pieces[0] else { continue }
      if !namesNothing(text) { return text }
    }
    return "service"
  }

  /// Whether a segment only says that here is an API, or which version.
  private static func namesNothing(_ text: String) -> Bool {
    let text = text.lowercased()
    if ["api", "apis", "rest", "public"].contains(text) || upperCamelCase(text).isEmpty { return true }
    guard text.hasPrefix("v"), text.count > 1 else { return false }
    return text.dropFirst().allSatisfy { $0.isNumber || $0 == "." }
  }
}
