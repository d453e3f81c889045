/// How the items of a list stand: the choice that list layouts come down to.
package enum ListTactic: Equatable, Sendable {
  /// All on one line.
  case horizontal
  /// One item per line.
  case vertical
  /// As many on each line as fit.
  case mixed
  /// Items before the given index on one line, the item itself on the next, the others on a third (formatting macros).
  case pivot(Int)
}

/// When a list ends with a separator.
package enum TrailingSeparator: Sendable { case always, never, vertical }

/// Items of a list, already written, with the rules to join them.
package struct ItemList: Sendable {
  package var items: [String]
  package var separator: String
  package var trailing: TrailingSeparator
  /// The indent of the lines after the first.
  package var indent: Int
  /// The columns of a line; only `mixed` asks.
  package var width: Int
  /// Whether the closing delimiter stands on a line of its own.
  package var endsWithNewline: Bool

  package init(
    _ items: [String], separator: String = ",", trailing: TrailingSeparator = .vertical, indent: Int, width: Int,
    endsWithNewline: Bool = false
  ) {
    self.items = items
    self.separator = separator
    self.trailing = trailing
    self.indent = indent
    self.width = width
    self.endsWithNewline = endsWithNewline
  }

  /// Returns `horizontal` when every item is one line and all of them, with separators of the given width, keep the limit.
  package static func tactic(for items: [String], separatorWidth: Int = 2, limit: Int) -> ListTactic {
    let total = items.reduce(0) { $0 + $1.columns } + separatorWidth * max(0, items.count - 1)
    return total <= limit && !items.contains(where: \.isMultiline) ? .horizontal : .vertical
  }

  /// Joins the items in the given way. Indents only further lines: the first begins where the caller stands.
  ///
  /// - Parameter ownLines: for each item, whether `mixed` gives it a line to itself; none when empty.
  package func joined(_ tactic: ListTactic, ownLines: [Bool] = []) -> String {
    let newline = String.newline(indent: indent)
    var trails = trailing == .always || (trailing == .vertical && tactic == .vertical)
    var text = ""
    var lineWidth = 0
    for (index, item) in items.enumerated() {
      let isLast = index == items.count - 1
      var separates = !isLast || trails
      let separatorWidth = separates ? separator.columns : 0
      switch tactic {
      case .horizontal: if index > 0 { text += " " }
      case .vertical: if index > 0 { text += newline }
      case .pivot(let pivot):
        if index > 0 { text += index == pivot || index == pivot + 1 ? newline : " " }
      case .mixed:
        let itemWidth = item.columns + separatorWidth
        let standsAlone = index > 0 && !ownLines.isEmpty && (ownLines[index - 1] || ownLines[index])
        if standsAlone || (lineWidth > 0 && lineWidth + 1 + itemWidth > width) {
          text += newline
          lineWidth = 0
          if endsWithNewline { trails = true }
        } else if lineWidth > 0 {
          text += " "
          lineWidth += 1
        }
        if isLast, endsWithNewline { separates = trailing != .never }
        lineWidth += itemWidth
      }
      text += item
      if separates { text += separator }
    }
    return text
  }
}
