/// What `case` compares with.
package indirect enum PythonPattern: Sendable {
  /// `_`
  case any
  /// A name that takes the value.
  case capture(String)
  /// A literal, or a dotted name.
  case value(PythonExpr)
  /// `None`, `True`, `False`
  case singleton(PythonExpr)
  /// `[a, b, *rest]`
  case sequence([PythonPattern])
  /// `*rest` or `*_`, in a sequence.
  case star(String?)
  /// `{"key": pattern, **rest}`
  case mapping([(PythonExpr, PythonPattern)], rest: String?)
  /// `Name(pattern, name=pattern)`
  case `class`(PythonExpr, [PythonPattern], [(String, PythonPattern)])
  /// `one | two`
  case or([PythonPattern])
  /// `pattern as name`
  case bound(PythonPattern, String)
}

/// `case pattern if guard:`
package struct PythonCase: Sendable {
  package var pattern: PythonPattern
  package var condition: PythonExpr?
  package var body: [PythonStatement]

  package init(_ pattern: PythonPattern, if condition: PythonExpr? = nil, body: [PythonStatement]) {
    self.pattern = pattern
    self.condition = condition?.above(.walrus)
    self.body = body
  }

  package init(_ pattern: PythonPattern, if condition: PythonExpr? = nil, @PythonBuilder _ body: () -> [PythonStatement]) {
    self.init(pattern, if: condition, body: body())
  }
}
