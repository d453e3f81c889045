import SpecWriting

/// Prints Python as ruff (default settings, `line-length = 100`) would leave it.
///
/// ruff builds a document and prints it; so does this printer, with the same document for the trees that we can make. What a
/// part of an expression may do depends on whether parentheses stand around it: that is the printer's `level`.
///
/// Every expression is visited a bounded number of times, and a document that stands in several layouts is shared, so that
/// nesting costs no more than its length.
///
/// One printer prints one file: it owns the imports.
final class PythonPrinter {
  /// Whether line breaks are free where an expression stands.
  enum Level: Equatable {
    /// Not inside an expression.
    case statement
    /// In an expression without parentheses; they come if the group breaks, where there is one.
    case expression(Document.GroupID?)
    /// Between brackets of any kind.
    case parenthesized

    var isParenthesized: Bool {
      switch self {
      case .statement, .expression(nil): false
      case .expression, .parenthesized: true
      }
    }
  }

  static let width = 100
  static let indent = 4

  let imports: PythonImports
  var level = Level.statement
  /// The columns before the statements that are printed.
  private(set) var depth = 0
  private var groups = 0

  init(imports: PythonImports) { self.imports = imports }

  func newGroup() -> Document.GroupID {
    groups += 1
    return Document.GroupID(groups)
  }

  func at<Result>(_ level: Level, _ body: () -> Result) -> Result {
    let before = self.level
    self.level = level
    defer { self.level = before }
    return body()
  }

  /// Statements one level further in, from the next line on.
  func indented(_ statements: () -> Document) -> Document {
    depth += Self.indent
    defer { depth -= Self.indent }
    return .nest(Self.indent, .concat(.hardLine, statements()))
  }

  // MARK: Brackets

  /// `open content close`, broken behind the one and before the other.
  ///
  /// Inside of optional parentheses, a break here does not bring those about.
  func bracketed(_ open: String, _ close: String, _ content: () -> Document) -> Document {
    let outer = level
    let inner = Document.group(.concat(.text(open), Self.block(at(.parenthesized, content)), .text(close)))
    if case .expression(let group?) = outer { return .fittingExpanded(if: .flat(group), inner) }
    return inner
  }

  /// Parentheses that stand only where the content does not fit even if all its own brackets break.
  func optionalParentheses(_ content: () -> Document) -> Document {
    let group = newGroup()
    return parenthesesIfBroken(group, at(.expression(group), content))
  }

  /// Parentheses that stand where the content breaks.
  func parenthesesIfBroken(_ content: () -> Document) -> Document {
    parenthesesIfBroken(newGroup(), at(.parenthesized, content))
  }

  private func parenthesesIfBroken(_ group: Document.GroupID, _ content: Document) -> Document {
    .group(
      .concat(
        .only(.broken(), "("), .nest(Self.indent, ifBroken: group, .concat(.softLine, content)), .softLine,
        .only(.broken(), ")")),
      id: group)
  }

  /// Parentheses where they make the content fit, and else none.
  func parenthesesIfTheyHelp(_ group: Document.GroupID, _ content: Document) -> Document {
    .wrapped(content, broken: Self.forcedParentheses(content), id: group)
  }

  static func forcedParentheses(_ content: Document) -> Document {
    .concat("(", .nest(indent, .concat(.hardLine, content)), .hardLine, ")")
  }

  static func block(_ content: Document) -> Document { .concat(.nest(indent, .concat(.softLine, content)), .softLine) }

  /// The items with commas; one behind the last where the group breaks.
  static func commaSeparated(_ items: [Document]) -> Document {
    .concat(.joined(items, separator: .concat(",", .line)), .only(.broken(), ","))
  }

  // MARK: What depends on the parentheses around

  /// A group, where there are parentheses around it; or would be.
  func groupInParentheses(_ content: Document) -> Document {
    switch level {
    case .statement, .expression(nil): content
    case .expression(let group?): .group(content, if: .broken(group))
    case .parenthesized: .group(content)
    }
  }

  /// A line break where parentheses allow one; elsewhere a space, or nothing if it is soft.
  func lineInParentheses(soft: Bool = false) -> Document {
    let line: Document = soft ? .softLine : .line
    let space: Document = soft ? .empty : " "
    return switch level {
    case .statement, .expression(nil): space
    case .expression(let group?): .concat(.only(.broken(group), line), .only(.flat(group), space))
    case .parenthesized: line
    }
  }
}
