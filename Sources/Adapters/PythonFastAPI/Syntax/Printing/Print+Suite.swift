import SpecWriting

/// A statement with the comments that belong to it; or comments alone.
private struct SuiteEntry {
  var comments: [String] = []
  var statement: PythonStatement?
  var followsBlank: Bool

  /// A function or a class, which has empty lines around it.
  var isDefinition: Bool { statement?.isDefinition ?? false }
}

extension PythonStatement {
  fileprivate var isDefinition: Bool {
    switch unnoted {
    case .function, .class: true
    default: false
    }
  }

  /// Whether the last line of the statement is that of a function or a class.
  fileprivate var endsWithDefinition: Bool {
    if isDefinition { return true }
    let last: [PythonStatement] =
      switch unnoted {
      case .if(let branches, let otherwise): otherwise.isEmpty ? branches.last?.body ?? [] : otherwise
      case .for(let loop): loop.otherwise.isEmpty ? loop.body : loop.otherwise
      case .while(_, let body, let otherwise): otherwise.isEmpty ? body : otherwise
      case .with(let with): with.body
      case .match(_, let cases): cases.last?.body ?? []
      case .try(let attempt): attempt.lastBody
      default: []
      }
    guard let final = last.last(where: { !$0.isBlank }), !final.isComment else { return false }
    return final.endsWithDefinition
  }
}

extension PythonTry {
  fileprivate var lastBody: [PythonStatement] {
    if !finally.isEmpty { return finally }
    if !otherwise.isEmpty { return otherwise }
    return handlers.last?.body ?? body
  }
}

extension PythonPrinter {
  /// What a list of statements is the body of.
  enum Suite { case module, function, `class`, block }

  /// Statements with the empty lines between them that the formatter wants.
  ///
  /// - Parameter follows: what stands before the first statement of a module.
  func spell(
    _ statements: [PythonStatement], in suite: Suite, documentation: String? = nil, follows: Bool = false
  ) -> Document {
    let entries = self.entries(of: statements)
    var parts: [Document] = []
    let docstring = documentation.flatMap(spellDocstring)
    if let docstring { parts.append(docstring) }
    for (index, entry) in entries.enumerated() {
      let blanks: Int
      if index > 0 {
        let surrounds = entry.isDefinition || entries[index - 1].statement?.endsWithDefinition == true
        blanks = surrounds ? (suite == .module ? 2 : 1) : entry.followsBlank ? 1 : 0
      } else if docstring != nil || follows {
        let wanted = suite == .function || suite == .block ? (entry.isDefinition || entry.followsBlank ? 1 : 0) : 1
        blanks = suite == .module && entry.isDefinition ? 2 : wanted
      } else {
        // The first statement of a block has no empty line before it, unless it is a function or a class.
        blanks = suite == .block && entry.isDefinition && entry.comments.isEmpty ? 0 : -1
      }
      if blanks >= 0 { parts += Array(repeating: .hardLine, count: blanks + 1) }
      parts.append(spell(entry))
    }
    if suite != .module, docstring == nil || !entries.isEmpty, !entries.contains(where: { $0.statement != nil }) {
      parts += (parts.isEmpty ? [] : [.hardLine]) + ["pass"]
    }
    return .concat(parts)
  }

  private func spell(_ entry: SuiteEntry) -> Document {
    var lines = entry.comments.map { spellComment($0) }
    if let statement = entry.statement { lines.append(spell(statement)) }
    return .joined(lines, separator: .hardLine)
  }

  private func entries(of statements: [PythonStatement]) -> [SuiteEntry] {
    var entries: [SuiteEntry] = []
    var open: SuiteEntry?
    var isBlank = false
    for statement in statements {
      if statement.isBlank {
        if let comments = open { entries.append(comments) }
        open = nil
        isBlank = true
        continue
      }
      var entry = open ?? SuiteEntry(followsBlank: isBlank)
      isBlank = false
      if case .comment(let text) = statement {
        if !CommentText.lines(of: text).isEmpty { entry.comments.append(text) }
        open = entry
      } else {
        entry.statement = statement
        entries.append(entry)
        open = nil
      }
    }
    if let open { entries.append(open) }
    return entries.filter { $0.statement != nil || !$0.comments.isEmpty }
  }
}
