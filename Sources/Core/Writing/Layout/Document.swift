/// Text with the places where it may break: the layout algebra of Wadler as Prettier, Biome and ruff use it.
///
/// A group is spelled on one line if it fits there, and is broken at its lines if not. What plain groups cannot say is said by
/// a group's own `limit`, by `choice` between layouts, by `wrapped` (a second layout that must fit as a whole), by texts and
/// indents that depend on how another group stands, by `fittingExpanded`, and by `fill`.
///
/// A document is shared, never copied, when it stands in several layouts: making one costs what its own parts cost.
package struct Document: Sendable {
  /// Names a group, so that other parts of the document can ask how it stands.
  package struct GroupID: Hashable, Sendable {
    package let number: Int
    package init(_ number: Int) { self.number = number }
  }

  /// How a group, or what stands around a part, is spelled.
  package enum Mode: Sendable { case flat, broken }

  /// That a group stands in a mode; without an id, the group around.
  package struct Condition: Sendable {
    var mode: Mode
    var group: GroupID?

    package static func flat(_ group: GroupID? = nil) -> Self { Condition(mode: .flat, group: group) }
    package static func broken(_ group: GroupID? = nil) -> Self { Condition(mode: .broken, group: group) }
  }

  indirect enum Kind: Sendable {
    case text(String, columns: Int)
    /// A text with line breaks of its own, which no indent touches.
    case verbatim(String)
    /// A text for the end of the line.
    case suffix(String, columns: Int)
    /// A space where it stays flat, else a line break; `soft` is nothing where it stays flat.
    case line(soft: Bool)
    /// A line break in any case; `blank` leaves an empty line too.
    case hardLine(blank: Bool)
    case concat([Document])
    case nest(Int, Document)
    case nestIfBroken(Int, GroupID, Document)
    case group(Document, GroupID?, breaks: Bool)
    /// A group if the condition holds, else no group at all.
    case groupIf(Condition, Document)
    case only(Condition, Document)
    case fittingExpanded(Condition?, Document)
    case wrapped(GroupID?, Document, broken: Document)
    case choice([Document], allLines: Bool)
    case fill([Document])
  }

  final class Node: Sendable {
    let kind: Kind
    /// The columns on one line; `unbounded` where a line break is forced.
    let flatWidth: Int

    init(_ kind: Kind, _ flatWidth: Int) {
      self.kind = kind
      self.flatWidth = min(flatWidth, Document.unbounded)
    }
  }

  static let unbounded = Int.max / 4

  private let node: Node

  private init(_ kind: Kind, _ flatWidth: Int) { node = Node(kind, flatWidth) }

  var kind: Kind { node.kind }
  /// The columns of the document on one line.
  var flatWidth: Int { node.flatWidth }
  /// Whether a line break is forced inside.
  var isForced: Bool { flatWidth >= Self.unbounded }

  private static func sum(_ parts: [Document]) -> Int { parts.reduce(0) { min($0 + $1.flatWidth, unbounded) } }
}

// MARK: Texts and lines

extension Document: ExpressibleByStringLiteral {
  package static let empty = Document(.text("", columns: 0), 0)
  /// A space, or a line break where the group is broken.
  package static let line = Document(.line(soft: false), 1)
  /// Nothing, or a line break where the group is broken.
  package static let softLine = Document(.line(soft: true), 0)
  /// A line break, which breaks every group around it.
  package static let hardLine = Document(.hardLine(blank: false), unbounded)
  /// A line break and an empty line.
  package static let blankLine = Document(.hardLine(blank: true), unbounded)

  /// Text of one line. Line breaks in it become spaces: a text with lines of its own is `verbatim`.
  package static func text(_ text: String) -> Self {
    let line = text.isMultiline ? String(text.map { $0.isNewline ? " " : $0 }) : text
    let columns = line.columns
    return Document(.text(line, columns: columns), columns)
  }

  package init(stringLiteral text: String) { self = .text(text) }

  /// Text whose lines stand as they are, such as a raw string.
  package static func verbatim(_ text: String) -> Self {
    Document(.verbatim(text), text.isMultiline ? unbounded : text.columns)
  }

  /// Text that goes to the end of its line, such as a comment for tools; it may take no room there.
  package static func suffix(_ text: String, takesRoom: Bool = false) -> Self {
    Document(.suffix(text, columns: takesRoom ? text.columns : 0), takesRoom ? text.columns : 0)
  }
}

// MARK: Structure

extension Document {
  package static func concat(_ parts: [Document]) -> Self { Document(.concat(parts), sum(parts)) }
  package static func concat(_ parts: Document...) -> Self { .concat(parts) }

  /// The parts with a separator between them.
  package static func joined(_ parts: [Document], separator: Document) -> Self {
    .concat(parts.enumerated().flatMap { $0 == 0 ? [$1] : [separator, $1] })
  }

  /// Indents the line breaks inside.
  package static func nest(_ columns: Int, _ inner: Document) -> Self { Document(.nest(columns, inner), inner.flatWidth) }

  /// Indents the line breaks inside where the named group is broken. The group stands around, or before.
  package static func nest(_ columns: Int, ifBroken group: GroupID, _ inner: Document) -> Self {
    Document(.nestIfBroken(columns, group, inner), inner.flatWidth)
  }

  /// Stands on one line if it fits there.
  ///
  /// - Parameters:
  ///   - limit: the most columns of the group on one line, however much room there is.
  ///   - breaks: whether the group is broken in any case.
  package static func group(_ inner: Document, id: GroupID? = nil, limit: Int = .max, breaks: Bool = false) -> Self {
    let isForced = breaks || inner.isForced || inner.flatWidth > limit
    return Document(.group(inner, id, breaks: isForced), isForced ? unbounded : inner.flatWidth)
  }

  /// A group where the condition holds; elsewhere its lines belong to the group around.
  package static func group(_ inner: Document, if condition: Condition) -> Self {
    Document(.groupIf(condition, inner), inner.flatWidth)
  }

  /// Stands only where the condition holds.
  package static func only(_ condition: Condition, _ inner: Document) -> Self {
    Document(.only(condition, inner), condition.mode == .flat ? inner.flatWidth : 0)
  }

  /// One text in a broken group, another in a flat one: a trailing comma.
  package static func ifBroken(_ broken: Document, flat: Document = .empty) -> Self {
    .concat(.only(.broken(), broken), .only(.flat(), flat))
  }

  /// Where the condition holds (always, without one), groups around count as fitting even if this part breaks: what stands
  /// before and behind it must fit on its lines, however wide the lines inside are.
  package static func fittingExpanded(if condition: Condition? = nil, _ inner: Document) -> Self {
    Document(.fittingExpanded(condition, inner), inner.flatWidth)
  }

  /// The content as it is if it fits; else `broken`, if each line of it fits; else the content as it is.
  ///
  /// - Parameter id: stands flat for the first and third, broken for the second.
  package static func wrapped(_ content: Document, broken: Document, id: GroupID? = nil) -> Self {
    Document(.wrapped(id, content, broken: broken), content.flatWidth)
  }

  /// The first of some layouts that fits.
  ///
  /// The first is tried on one line. Of the others, the first line must fit, where groups stay flat unless they are forced.
  /// The last is the way out.
  ///
  /// - Parameter allLines: whether every line of a layout must fit.
  package static func choice(_ layouts: [Document], allLines: Bool = false) -> Self {
    guard let first = layouts.first else { return .empty }
    return Document(.choice(layouts, allLines: allLines), first.flatWidth)
  }

  /// Contents and separators in turn (content first), with as many contents on each line as fit.
  package static func fill(_ parts: [Document]) -> Self { Document(.fill(parts), sum(parts)) }

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
}
