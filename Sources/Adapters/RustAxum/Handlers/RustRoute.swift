import SpecIR

/// How a path is written in the router.
enum RustRoute {
  /// Returns the route of a template. A segment that mixes text and parameters is matched as a whole: the router has no other
  /// way.
  static func text(of path: PathTemplate) -> String {
    let segments = path.segments.map { segment -> String in
      switch segment.pieces.count {
      case 0: return ""
      case 1:
        switch segment.pieces[0] {
        case .literal(let text): return PathTemplate.encoded(text)
        case .parameter(let name): return "{\(Self.name(name))}"
        }
      default:
        let names = segment.pieces.compactMap { if case .parameter(let name) = $0 { name } else { nil } }
        return "{\(Self.name(names.joined(separator: "-")))}"
      }
    }
    return "/" + segments.joined(separator: "/")
  }

  /// The name of a parameter as the router takes it: one that begins with `*` would take all segments that follow, and one that
  /// holds it is refused. `extract/path.rs` puts it back.
  private static func name(_ name: String) -> String { name.replacing("*", with: star) }

  /// What stands for `*`.
  static let star = "%2A"
}
