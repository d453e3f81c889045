import SpecWriting

/// One item between delimiters, and what rustfmt asks of it.
struct DelimitedItem {
  var spell: (TextShape) -> String?
  var expression: RustExpr?
  var isMacroArgument = false
  /// Whether the item, as the last of so many, may begin on the line of the opening delimiter and go on below.
  var mayOverflow: (Int) -> Bool = { _ in false }
}

extension RustPrinter {
  func argument(_ expression: RustExpr) -> DelimitedItem {
    DelimitedItem(
      spell: { self.format(expression, $0) }, expression: expression, isMacroArgument: isInsideMacro,
      mayOverflow: { expression.mayOverflow(count: $0) })
  }

  func spellCall(_ head: String, _ arguments: [RustExpr], _ shape: TextShape) -> String? {
    let items = arguments.map { expression in
      DelimitedItem(
        spell: { self.format(expression, $0) }, expression: expression, mayOverflow: { expression.mayOverflow(count: $0) })
    }
    return spellDelimited(
      head, items, "(", ")", shape, itemLimit: Self.callWidth, trailing: isInsideMacro ? .never : nil)
  }

  /// Spells `head(items)` on one line, with the last item hanging over, or with an item per line.
  ///
  /// - Parameter itemLimit: the most columns that the items may take on one line.
  func spellDelimited(
    _ head: String, _ items: [DelimitedItem], _ open: String, _ close: String, _ shape: TextShape, itemLimit: Int,
    trailing: TrailingSeparator? = nil
  ) -> String? {
    let room = max(0, shape.width - (head.extent(in: shape) + 2))
    let oneLine =
      shape.after(head.lastLineColumns + 1)?.reserving(1) ?? TextShape(indent: shape.indent, offset: shape.offset, width: 0)
    var nested = block(shape).widened(to: limit)
    nested.width = max(0, nested.width - 1)
    var layout = DelimitedLayout(
      printer: self, head: head, items: items, oneLine: oneLine, nested: nested, room: room, itemLimit: itemLimit)
    let tactic = layout.choose()
    guard let texts = layout.complete else { return nil }
    let list = ItemList(
      texts, trailing: trailing ?? .vertical, indent: nested.indent, width: nested.width,
      endsWithNewline: tactic == .vertical || tactic == .mixed)
    let inner = list.joined(tactic)

    let width = max(0, shape.width - head.lastLineColumns)
    let extent = inner.isEmpty ? 2 : inner.firstLineColumns + 1
    if tactic == .horizontal, extent <= width { return head + open + inner + close }
    let body = inner.isEmpty ? "" : String.newline(indent: nested.indent) + inner
    return head + open + body + String.newline(indent: shape.indent) + close
  }
}

/// The choice between the layouts of one delimited list.
private struct DelimitedLayout {
  let printer: RustPrinter
  let head: String
  let items: [DelimitedItem]
  let oneLine: TextShape
  let nested: TextShape
  let room: Int
  let itemLimit: Int
  private var texts: [String?]

  init(
    printer: RustPrinter, head: String, items: [DelimitedItem], oneLine: TextShape, nested: TextShape, room: Int, itemLimit: Int
  ) {
    self.printer = printer
    self.head = head
    self.items = items
    self.oneLine = oneLine
    self.nested = nested
    self.room = room
    self.itemLimit = itemLimit
    texts = items.dropLast().map { $0.spell(nested) }
    if !items.isEmpty { texts.append("") }
  }

  /// The texts of all items, unless one did not fit.
  var complete: [String]? {
    let fitting = texts.compactMap { $0 }
    return fitting.count == texts.count ? fitting : nil
  }

  private var tactic: ListTactic { ItemList.tactic(for: texts.map { $0 ?? "" }, limit: min(room, itemLimit)) }

  mutating func choose() -> ListTactic {
    guard let last = items.last else { return .horizontal }
    let end = items.count - 1
    let joinsHead = items.count == 1 && last.expression != nil && head.utf8.count < RustPrinter.indentWidth
    if joinsHead || last.mayOverflow(items.count), let overflowing = overflow(last, joinsHead: joinsHead) {
      texts[end] = overflowing.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false).first.map(String.init)
      if tactic == .horizontal {
        texts[end] = overflowing
        if items.count == 1, overflowing.lineBreaks == 1, let flat = last.spell(nested), !flat.isMultiline {
          texts[end] = flat
        }
        return .horizontal
      }
    }
    let spelled = last.spell(nested)
    texts[end] = spelled
    if items.count == 1, room != 0, let spelled, !spelled.isMultiline, spelled.columns <= room { return .horizontal }
    let plain = tactic
    return plain == .vertical ? compact : plain
  }

  /// Closer layouts than one item per line: formatting macros, and lists of short plain values.
  private var compact: ListTactic {
    let values = items.compactMap(\.expression)
    if items[0].isMacroArgument, let pivot = RustMacro.formatPosition(of: head) {
      guard values.count == items.count, items.count > pivot else { return .vertical }
      let isSimple = (values[..<pivot] + values[(pivot + 1)...]).allSatisfy(\.isSimple)
      let before = texts[..<pivot].map { $0 ?? "" }
      let after = texts[(pivot + 1)...].map { $0 ?? "" }
      let fits =
        ItemList.tactic(for: Array(before), limit: nested.width) == .horizontal
        && ItemList.tactic(for: Array(after), limit: nested.width) == .horizontal
      return isSimple && fits ? .pivot(pivot) : .vertical
    }
    let isShort = texts.allSatisfy { ($0 ?? "").utf8.count <= RustPrinter.shortElementWidth }
    return isShort && values.count == items.count && values.allSatisfy(\.isSimple) ? .mixed : .vertical
  }

  /// The last item, begun on the line of the delimiter.
  private func overflow(_ last: DelimitedItem, joinsHead: Bool) -> String? {
    let before = printer.forcesOneLineChain
    if let expression = last.expression, !joinsHead, expression.isMethodCall { printer.forcesOneLineChain = true }
    defer { printer.forcesOneLineChain = before }
    guard let shape = lastShape else { return nil }
    guard let expression = last.expression, !last.isMacroArgument else { return last.spell(shape) }
    switch expression.kind {
    case .closure(let closure):
      let closures = items.filter { if case .closure? = $0.expression?.kind { true } else { false } }
      return closures.count > 1 ? nil : printer.spellLast(closure, expression, shape)
    case .if, .for, .loop, .while, .match:
      return printer.spellCondition(of: expression, shape)?.isMultiline == true ? nil : last.spell(shape)
    default: return last.spell(shape)
    }
  }

  private var lastShape: TextShape? {
    if items.count == 1, items[0].expression?.isNestedCall != true { return oneLine }
    let offset = texts.dropLast().reduce(0) { $0 + 2 + ($1 ?? "").utf8.count }
    return TextShape(indent: oneLine.indent, offset: oneLine.offset, width: min(itemLimit, oneLine.width)).after(offset)
  }
}
