/// A path below the output root, valid by construction: no output can leave the root.
public struct RelativePath: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The path with `/` between components.
  public let description: String

  /// Makes a path, or nothing where a component is empty, `.`, `..`, or holds a backslash, a colon or a control character,
  /// or where the path would land in a `.git` folder.
  public init?(_ text: String) {
    guard !text.isEmpty else { return nil }
    for component in text.split(separator: "/", omittingEmptySubsequences: false) {
      guard !component.isEmpty, component != ".", component != "..", component.lowercased() != ".git" else { return nil }
      guard component.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0 != "\\" && $0 != ":" && $0.value != 0x7F }) else {
        return nil
      }
    }
    description = text
  }

  public var components: [Substring] { description.split(separator: "/") }

  /// Returns this path below another.
  public func under(_ folder: RelativePath) -> RelativePath {
    RelativePath(unchecked: "\(folder.description)/\(description)")
  }

  private init(unchecked text: String) { description = text }

  public static func < (lhs: Self, rhs: Self) -> Bool { lhs.description.utf8.lexicographicallyPrecedes(rhs.description.utf8) }
}
