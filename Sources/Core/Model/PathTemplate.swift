/// The path of an operation, as segments of literal text and parameters.
public struct PathTemplate: Hashable, Sendable {
  public var segments: [Segment]

  /// What stands between two slashes.
  public struct Segment: Hashable, Sendable {
    /// One piece for most; `report.{format}` has two.
    public var pieces: [Piece]

    public init(_ pieces: [Piece]) { self.pieces = pieces }
  }

  public enum Piece: Hashable, Sendable {
    /// Text as the contract writes it; ``PathTemplate/encoded(_:)`` is what requests hold.
    case literal(String)
    /// The name of a path parameter.
    case parameter(String)
  }

  public init(segments: [Segment]) { self.segments = segments }

  /// Reads `/users/{id}`; an empty segment, as a final slash makes, is kept.
  public init(_ text: String) {
    segments = text.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map { Segment(Self.pieces(of: $0)) }
  }

  /// The template with `{name}` for parameters.
  public var text: String {
    segments.map { segment in
      "/"
        + segment.pieces.map { piece in
          switch piece {
          case .literal(let text): text
          case .parameter(let name): "{\(name)}"
          }
        }.joined()
    }.joined()
  }

  /// The path with its parameters' names left out: what routers tell apart. A segment that mixes text and parameters is matched as
  /// a whole.
  public var shape: String {
    "/"
      + segments.map { segment in
        if segment.pieces.count == 1, case .literal(let text) = segment.pieces[0] { return text }
        return segment.pieces.isEmpty ? "" : "{}"
      }.joined(separator: "/")
  }

  /// The names of its parameters, in order.
  public var parameterNames: [String] {
    segments.flatMap(\.pieces).compactMap { piece in
      if case .parameter(let name) = piece { name } else { nil }
    }
  }

  private static func pieces(of text: Substring) -> [Piece] {
    var pieces: [Piece] = []
    var rest = text
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      if open > rest.startIndex { pieces.append(.literal(String(rest[..<open]))) }
      pieces.append(.parameter(String(rest[rest.index(after: open)..<close])))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append(.literal(String(rest))) }
    return pieces
  }
}
