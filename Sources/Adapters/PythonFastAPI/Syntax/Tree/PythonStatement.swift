/// A statement, or what may stand between statements.
package indirect enum PythonStatement: Sendable {
  case expression(PythonExpr)
  /// `target = other = value`; a tuple as target stands without parentheses.
  case assign([PythonExpr], PythonExpr)
  /// `target: type = value`
  case annotated(PythonExpr, PythonExpr, PythonExpr?)
  /// `target += value`
  case augmented(PythonExpr, PythonBinary, PythonExpr)
  case `return`(PythonExpr?)
  case raise(PythonExpr?, from: PythonExpr?)
  case assert(PythonExpr, message: PythonExpr?)
  case delete([PythonExpr])
  case pass, `break`, `continue`
  case global([String])
  case nonlocal([String])
  case `if`([PythonBranch], else: [PythonStatement])
  case `for`(PythonLoop)
  case `while`(PythonExpr, [PythonStatement], else: [PythonStatement])
  case with(PythonWith)
  case `try`(PythonTry)
  case match(PythonExpr, [PythonCase])
  case function(PythonFunction)
  case `class`(PythonClass)
  /// A comment. Each line of the text becomes one `#` line; no text can leave it. It belongs to the statement after it, unless
  /// a `.blank` stands between.
  case comment(String)
  /// The description of the field or the constant before it, between triple quotes.
  case description(String)
  /// An empty line. Of several in a row one is kept; where the formatter wants two, or none, it says so.
  case blank
  /// A statement with a comment for tools at the end of its line.
  case noted(PythonStatement, PythonPragma)
}

/// A comment that tools read: it takes no room on its line.
package enum PythonPragma: Hashable, Sendable {
  /// `# noqa: E501`
  case noqa([String])
  /// `# type: ignore[arg-type]`
  case typeIgnore([String])
  /// `# pragma: no cover`
  case noCover

  var text: String {
    switch self {
    case .noqa(let codes): codes.isEmpty ? "# noqa" : "# noqa: \(codes.joined(separator: ", "))"
    case .typeIgnore(let codes): codes.isEmpty ? "# type: ignore" : "# type: ignore[\(codes.joined(separator: ","))]"
    case .noCover: "# pragma: no cover"
    }
  }
}

/// `if test:` or `elif test:`, and what happens then.
package struct PythonBranch: Sendable {
  package var test: PythonExpr
  package var body: [PythonStatement]

  package init(_ test: PythonExpr, _ body: [PythonStatement]) {
    self.test = test
    self.body = body
  }
}

/// `async for target in values:`
package struct PythonLoop: Sendable {
  package var target: PythonExpr
  package var values: PythonExpr
  package var isAsync: Bool
  package var body: [PythonStatement]
  package var otherwise: [PythonStatement]

  package init(
    _ target: PythonExpr, in values: PythonExpr, isAsync: Bool = false, _ body: [PythonStatement],
    else otherwise: [PythonStatement] = []
  ) {
    self.target = target
    self.values = values
    self.isAsync = isAsync
    self.body = body
    self.otherwise = otherwise
  }
}

/// `async with first as one, second:`
package struct PythonWith: Sendable {
  package struct Item: Sendable {
    package var value: PythonExpr
    package var target: PythonExpr?

    package init(_ value: PythonExpr, as target: PythonExpr? = nil) {
      self.value = value.above(.walrus)
      self.target = target
    }
  }

  package var items: [Item]
  package var isAsync: Bool
  package var body: [PythonStatement]

  package init(_ items: [Item], isAsync: Bool = false, _ body: [PythonStatement]) {
    self.items = items
    self.isAsync = isAsync
    self.body = body
  }
}

/// `try`, `except`, `else`, `finally`.
package struct PythonTry: Sendable {
  package struct Handler: Sendable {
    /// The exception; several are a tuple. Nothing catches all.
    package var type: PythonExpr?
    package var name: String?
    package var body: [PythonStatement]

    package init(_ type: PythonExpr?, as name: String? = nil, _ body: [PythonStatement]) {
      self.type = type
      self.name = name
      self.body = body
    }
  }

  package var body: [PythonStatement]
  package var handlers: [Handler]
  package var otherwise: [PythonStatement]
  package var finally: [PythonStatement]

  package init(
    _ body: [PythonStatement], except handlers: [Handler], else otherwise: [PythonStatement] = [], finally: [PythonStatement] = []
  ) {
    self.body = body
    self.handlers = handlers
    self.otherwise = otherwise
    self.finally = finally
  }
}
