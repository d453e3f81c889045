import SpecWriting

/// Prints Rust as rustfmt (edition and style edition 2024, default configuration) would leave it.
///
/// rustfmt is no document algebra: it spells a construct in a shape, measures the text, and tries the next spelling. So does
/// this printer, with the same limits and the same order of tries for the shapes that the tree can express. A spelling that
/// does not fit is `nil`. Where even the last try does not fit, as with names longer than a line, rustfmt leaves the statement
/// as it finds it; then the statement is spelled once more without a right margin.
///
/// That last rule holds for one statement at a time: of a statement inside a statement, both beyond the margin, rustfmt would
/// keep what it found where this printer indents it anew. Names as long as that come only out of the test's random trees.
///
/// One printer prints one file: it owns the imports.
final class RustPrinter {
  let imports: RustImports
  /// The right margin; huge while a statement is spelled that cannot keep it.
  var limit = RustPrinter.maxWidth
  /// Inside the arguments of a macro rustfmt neither adds nor takes braces and commas.
  var isInsideMacro = false
  /// Set while the last argument of a call is tried in place: a method chain there must not break at its dots.
  var forcesOneLineChain = false
  private var tried: [Try: String?] = [:]
  /// Expressions made while printing; their identities are keys of `tried`.
  private var made: [RustExpr] = []

  static let maxWidth = 100
  static let indentWidth = 4
  static let callWidth = 60
  static let chainWidth = 60
  static let arrayWidth = 60
  static let structLiteralWidth = 18
  static let structVariantWidth = 35
  static let attributeWidth = 70
  static let singleLineIfWidth = 50
  static let singleLineLetElseWidth = 50
  static let shortElementWidth = 10
  private static let unlimited = 100_000

  private struct Try: Hashable {
    var node: ObjectIdentifier
    var shape: TextShape
    var flags: UInt8
  }

  init(imports: RustImports) { self.imports = imports }

  /// Spells an expression; each try of a node in a shape is made once, or nested calls would cost exponential time.
  func format(_ expression: RustExpr, _ shape: TextShape, asStatement: Bool = false) -> String? {
    let flags: UInt8 =
      (asStatement ? 1 : 0) | (isInsideMacro ? 2 : 0) | (forcesOneLineChain ? 4 : 0) | (limit == Self.maxWidth ? 0 : 8)
    let key = Try(node: ObjectIdentifier(expression.node), shape: shape, flags: flags)
    if let known = tried[key] { return known }
    let text = spell(expression, shape, asStatement: asStatement)
    tried[key] = .some(text)
    return text
  }

  func kept(_ expression: RustExpr) -> RustExpr {
    made.append(expression)
    return expression
  }

  /// Runs the tries of one statement or item; the second time without a margin.
  func fitting(_ spelling: () -> String?) -> String {
    if let text = spelling() { return text }
    guard let text = withoutMargin(spelling) else { preconditionFailure("a shape without a margin always has room") }
    return text
  }

  /// Runs a try as if lines had no end. rustfmt keeps a macro that it cannot lay out as it found it.
  func withoutMargin(_ spelling: () -> String?) -> String? {
    let margin = limit
    limit = Self.unlimited
    defer { limit = margin }
    return spelling()
  }

  func line(_ indent: Int) -> TextShape { .line(indent: indent, limit: limit) }

  func block(_ shape: TextShape) -> TextShape { shape.nested(by: Self.indentWidth) }

  /// A fresh line one level further in, keeping free what the shape keeps free.
  func nextLine(_ shape: TextShape) -> TextShape? {
    line(shape.indent + Self.indentWidth).reserving(shape.reserved(before: limit))
  }

  /// Keeps a text only where it may stand.
  func admitted(_ text: String, _ shape: TextShape) -> String? { shape.admits(text, limit: limit) ? text : nil }

  func withMacro<Result>(_ isInside: Bool, _ body: () -> Result) -> Result {
    let before = isInsideMacro
    isInsideMacro = isInside
    defer { isInsideMacro = before }
    return body()
  }
}

extension String {
  /// Whether the last line holds closing brackets only, so that more text may follow it.
  var isExtendable: Bool {
    if hasSuffix("\"#") { return true }
    for byte in utf8.reversed() {
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "?"), UInt8(ascii: ">"),
        UInt8(ascii: " "):
        continue
      case 0x0A: return true
      default: return false
      }
    }
    return true
  }

  /// How far the text reaches from where the shape begins.
  func extent(in shape: TextShape) -> Int {
    guard isMultiline else { return utf8.count }
    return max(0, lastLineColumns - shape.column)
  }
}
