extension PythonStatement {
  /// `name = value`
  package static func assign(_ target: PythonExpr, _ value: PythonExpr) -> Self { .assign([target], value) }

  /// `name: TypeAlias = type`: the one form of an alias that Python 3.11 knows.
  package static func alias(_ name: String, _ type: PythonExpr) -> Self {
    .annotated(.name(PythonSymbol(stringLiteral: name)), .name(.std("typing", "TypeAlias")), type)
  }

  /// `NAME: Final = value`
  package static func constant(_ name: String, _ value: PythonExpr, type: PythonExpr? = nil) -> Self {
    let final = PythonExpr.name(.std("typing", "Final"))
    return .annotated(.name(PythonSymbol(stringLiteral: name)), type.map { final.index($0) } ?? final, value)
  }

  /// `name: type = value`
  package static func field(_ name: String, _ type: PythonExpr, _ value: PythonExpr? = nil) -> Self {
    .annotated(.name(PythonSymbol(stringLiteral: name)), type, value)
  }

  package static func raise(_ error: PythonExpr) -> Self { .raise(error, from: nil) }
  package static func assert(_ test: PythonExpr) -> Self { .assert(test, message: nil) }

  /// `if test:`, and `else:` where something is said.
  package static func `if`(
    _ test: PythonExpr, @PythonBuilder _ then: () -> [PythonStatement],
    @PythonBuilder else otherwise: () -> [PythonStatement] = { [] }
  ) -> Self {
    .if([PythonBranch(test, then())], else: otherwise())
  }

  package static func `for`(
    _ target: PythonExpr, in values: PythonExpr, isAsync: Bool = false, @PythonBuilder _ body: () -> [PythonStatement]
  ) -> Self {
    .for(PythonLoop(target, in: values, isAsync: isAsync, body()))
  }

  package static func `while`(_ test: PythonExpr, @PythonBuilder _ body: () -> [PythonStatement]) -> Self {
    .while(test, body(), else: [])
  }

  package static func with(
    _ items: PythonWith.Item..., isAsync: Bool = false, @PythonBuilder _ body: () -> [PythonStatement]
  ) -> Self {
    .with(PythonWith(items, isAsync: isAsync, body()))
  }

  /// The statement with a comment for tools.
  package func noted(_ pragma: PythonPragma) -> Self { .noted(self, pragma) }

  /// The statement behind notes.
  var unnoted: PythonStatement { if case .noted(let inner, _) = self { inner.unnoted } else { self } }

  var isBlank: Bool { if case .blank = self { true } else { false } }
  var isComment: Bool { if case .comment = self { true } else { false } }
}

/// Builds a list of statements; a bare expression is a statement.
@resultBuilder
package enum PythonBuilder {
  package static func buildExpression(_ statement: PythonStatement) -> [PythonStatement] { [statement] }
  package static func buildExpression(_ expression: PythonExpr) -> [PythonStatement] { [.expression(expression)] }
  package static func buildExpression(_ statements: [PythonStatement]) -> [PythonStatement] { statements }
  package static func buildBlock(_ parts: [PythonStatement]...) -> [PythonStatement] { parts.flatMap { $0 } }
  package static func buildOptional(_ part: [PythonStatement]?) -> [PythonStatement] { part ?? [] }
  package static func buildEither(first: [PythonStatement]) -> [PythonStatement] { first }
  package static func buildEither(second: [PythonStatement]) -> [PythonStatement] { second }
  package static func buildArray(_ parts: [[PythonStatement]]) -> [PythonStatement] { parts.flatMap { $0 } }
}
