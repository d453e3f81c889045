/// Text with the places where it may break: the layout algebra of Wadler as Prettier and ruff use it.
///
/// A group is spelled on one line if it fits there, and is broken at its lines if not. What plain groups cannot say is said by
/// a group's own `limit`, by `choice` between layouts (a last argument that hangs over), by `fill`, and by `ifBroken`.
///
/// The nodes stand in one array, children before their parent, so that a document of any depth is built, printed and freed
/// without recursion.
package struct Document: Sendable {
  enum Kind: Sendable {
    case text(String)
    /// A text with line breaks of its own, which no indent touches.
    case verbatim(String)
    /// A space where it stays flat, else a line break; `soft` is nothing where it stays flat.
    case line(soft: Bool)
    /// A line break in any case; `blank` leaves an empty line too.
    case hardLine(blank: Bool)
    case concat(count: Int)
    case nest(Int)
    case group(limit: Int, breaks: Bool)
    /// Two children: for a broken group, and for a flat one.
    case ifBroken
    case choice(count: Int)
    case fill(count: Int)
  }

  struct Node: Sendable {
    var kind: Kind
    /// The nodes of the subtree, with this one.
    var size: Int
    /// The columns on one line; `unbounded` where a line break is forced.
    var flatWidth: Int
  }

  static let unbounded = Int.max / 4

  var nodes: [Node]

  private init(_ kind: Kind, flatWidth: Int) { nodes = [Node(kind: kind, size: 1, flatWidth: flatWidth)] }

  private init(_ kind: Kind, of children: [Document], flatWidth: Int) {
    nodes = children.flatMap(\.nodes)
    nodes.append(Node(kind: kind, size: nodes.count + 1, flatWidth: min(flatWidth, Self.unbounded)))
  }

  /// The columns of the document on one line.
  var flatWidth: Int { nodes[nodes.count - 1].flatWidth }

  package static let empty = Document(.text(""), flatWidth: 0)
  /// A space, or a line break where the group is broken.
  package static let line = Document(.line(soft: false), flatWidth: 1)
  /// Nothing, or a line break where the group is broken.
  package static let softLine = Document(.line(soft: true), flatWidth: 0)
  /// A line break, which breaks every group around it.
  package static let hardLine = Document(.hardLine(blank: false), flatWidth: unbounded)
  /// A line break and an empty line.
  package static let blankLine = Document(.hardLine(blank: true), flatWidth: unbounded)

  /// Text of one line. Line breaks in it become spaces: a text with lines of its own is `verbatim`.
  package static func text(_ text: String) -> Self {
    let line = text.isMultiline ? String(text.map { $0.isNewline ? " " : $0 }) : text
    return Document(.text(line), flatWidth: line.columns)
  }

  /// Text whose lines stand as they are, such as a raw string.
  package static func verbatim(_ text: String) -> Self {
    Document(.verbatim(text), flatWidth: text.isMultiline ? unbounded : text.columns)
  }

  package static func concat(_ parts: [Document]) -> Self {
    Document(.concat(count: parts.count), of: parts, flatWidth: sum(parts))
  }

  package static func concat(_ parts: Document...) -> Self { .concat(parts) }

  /// The parts with a separator between them.
  package static func joined(_ parts: [Document], separator: Document) -> Self {
    .concat(parts.enumerated().flatMap { $0 == 0 ? [$1] : [separator, $1] })
  }

  /// Indents the line breaks inside.
  package static func nest(_ columns: Int, _ inner: Document) -> Self {
    Document(.nest(columns), of: [inner], flatWidth: inner.flatWidth)
  }

  /// Stands on one line if it fits there.
  ///
  /// - Parameters:
  ///   - limit: the most columns of the group on one line, however much room there is.
  ///   - breaks: whether the group is broken in any case.
  package static func group(_ inner: Document, limit: Int = .max, breaks: Bool = false) -> Self {
    let isFlat = !breaks && inner.flatWidth <= limit
    return Document(.group(limit: limit, breaks: breaks), of: [inner], flatWidth: isFlat ? inner.flatWidth : unbounded)
  }

  /// One text in a broken group, another in a flat one: a trailing comma.
  package static func ifBroken(_ broken: Document, flat: Document = .empty) -> Self {
    Document(.ifBroken, of: [broken, flat], flatWidth: flat.flatWidth)
  }

  /// The first of some layouts that fits.
  ///
  /// The first is tried on one line; the others broken, where a layout fits if its first line does; the last is the way out.
  package static func choice(_ layouts: [Document]) -> Self {
    guard let first = layouts.first else { return .empty }
    return Document(.choice(count: layouts.count), of: layouts, flatWidth: first.flatWidth)
  }

  /// Contents and separators in turn (content first), with as many contents on each line as fit.
  package static func fill(_ parts: [Document]) -> Self {
    Document(.fill(count: parts.count), of: parts, flatWidth: sum(parts))
  }

  /// `open items close`, on one line or with an item per line and a trailing separator.
  package static func list(
    _ items: [Document], open: String, close: String, separator: String = ",", indent: Int, limit: Int = .max,
    padding: Document = .softLine, trailing: Bool = true
  ) -> Self {
    guard !items.isEmpty else { return .text(open + close) }
    let inner = joined(items, separator: .concat(.text(separator), .line))
    let end: Document = trailing ? .ifBroken(.text(separator)) : .empty
    return .group(.concat(.text(open), .nest(indent, .concat(padding, inner, end)), padding, .text(close)), limit: limit)
  }

  private static func sum(_ parts: [Document]) -> Int { parts.reduce(0) { min($0 + $1.flatWidth, unbounded) } }
}

extension Document: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) { self = .text(text) }
}
