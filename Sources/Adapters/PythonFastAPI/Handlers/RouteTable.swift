import SpecAdapters
import SpecIR

/// The operations in the order in which the router has to try them.
struct RouteTable {
  struct Entry {
    let id: OperationID
    let group: OperationGroup
    /// As the router reads it.
    let text: String
    let path: PathTemplate
  }

  let entries: [Entry]
  /// Whether some path is also one of a route with parameters, which must not take the methods that the path leaves.
  let hasOverlaps: Bool

  init(_ target: PythonTarget) {
    let entries = target.routedOperations.map { routed in
      Entry(id: routed.id, group: routed.group, text: target.route(of: routed.id), path: target.core[routed.id].path)
    }
    hasOverlaps = Self.hasOverlaps(entries.map(\.path))
    // The first route that fits answers, so text stands before parameters.
    self.entries = hasOverlaps ? Self.sorted(entries) : entries
  }

  /// By what each segment is, text first. Equals stay in their order.
  private static func sorted(_ entries: [Entry]) -> [Entry] {
    entries.enumerated().map { (index: $0.offset, kinds: $0.element.path.kinds, entry: $0.element) }.sorted { first, second in
      if first.kinds != second.kinds { return first.kinds.lexicographicallyPrecedes(second.kinds) }
      return first.index < second.index
    }.map(\.entry)
  }

  private static func hasOverlaps(_ paths: [PathTemplate]) -> Bool {
    var shapes: [String: PathTemplate] = [:]
    var distinct: [PathTemplate] = []
    for path in paths where shapes.updateValue(path, forKey: path.shape) == nil { distinct.append(path) }
    return distinct.indices.contains { index in
      distinct[(index + 1)...].contains { $0.overlaps(distinct[index]) }
    }
  }
}

extension PathTemplate {
  /// By segment: 0 for text, 1 for what holds a parameter.
  fileprivate var kinds: [Int] { segments.map { $0.text == nil ? 1 : 0 } }

  /// Whether some request fits both.
  fileprivate func overlaps(_ other: PathTemplate) -> Bool {
    segments.count == other.segments.count
      && zip(segments, other.segments).allSatisfy { first, second in
        guard let one = first.text, let another = second.text else { return true }
        return one == another
      }
  }
}

extension PathTemplate.Segment {
  /// The segment's text; nothing where it holds a parameter.
  fileprivate var text: String? {
    if pieces.isEmpty { return "" }
    guard pieces.count == 1, case .literal(let text) = pieces[0] else { return nil }
    return text
  }
}
