/// One parameter: `name: annotation = value`.
package struct PythonParameter: Sendable {
  package var name: String
  package var annotation: PythonExpr?
  package var value: PythonExpr?

  package init(_ name: String, _ annotation: PythonExpr? = nil, default value: PythonExpr? = nil) {
    self.name = name
    self.annotation = annotation?.above(.walrus)
    self.value = value?.above(.walrus)
  }
}

/// The parameters of a function, in Python's order: positional only, ordinary, `*args` or `*`, keyword only, `**kwargs`.
package struct PythonParameters: Sendable, ExpressibleByArrayLiteral {
  package var positionalOnly: [PythonParameter]
  package var ordinary: [PythonParameter]
  /// `*args`
  package var rest: PythonParameter?
  package var keywordOnly: [PythonParameter]
  /// `**kwargs`
  package var keywords: PythonParameter?

  package init(
    positionalOnly: [PythonParameter] = [], _ ordinary: [PythonParameter] = [], rest: PythonParameter? = nil,
    keywordOnly: [PythonParameter] = [], keywords: PythonParameter? = nil
  ) {
    self.positionalOnly = positionalOnly
    self.ordinary = ordinary
    self.rest = rest
    self.keywordOnly = keywordOnly
    self.keywords = keywords
  }

  package init(arrayLiteral ordinary: PythonParameter...) { self.init(ordinary) }

  var count: Int { positionalOnly.count + ordinary.count + keywordOnly.count + (rest == nil ? 0 : 1) + (keywords == nil ? 0 : 1) }
}

/// `async def name(parameters) -> result:`
package struct PythonFunction: Sendable {
  package var name: String
  package var parameters: PythonParameters
  package var result: PythonExpr?
  package var isAsync: Bool
  /// Without the `@`; several overloads of a function are several functions with `@overload`.
  package var decorators: [PythonExpr]
  package var documentation: String?
  /// A comment for tools behind the colon.
  package var pragma: PythonPragma?
  /// What the function does. Nothing at all is `...` on the line of the colon: an overload, a member of a protocol.
  package var body: [PythonStatement]

  package init(
    _ name: String, _ parameters: PythonParameters = [], returns result: PythonExpr? = nil, isAsync: Bool = false,
    decorators: [PythonExpr] = [], documentation: String? = nil, pragma: PythonPragma? = nil, body: [PythonStatement]
  ) {
    self.name = name
    self.parameters = parameters
    self.result = result?.above(.walrus)
    self.isAsync = isAsync
    self.decorators = decorators
    self.documentation = documentation
    self.pragma = pragma
    self.body = body
  }

  package init(
    _ name: String, _ parameters: PythonParameters = [], returns result: PythonExpr? = nil, isAsync: Bool = false,
    decorators: [PythonExpr] = [], documentation: String? = nil, pragma: PythonPragma? = nil,
    @PythonBuilder _ body: () -> [PythonStatement]
  ) {
    self.init(
      name, parameters, returns: result, isAsync: isAsync, decorators: decorators, documentation: documentation, pragma: pragma,
      body: body())
  }
}

/// `class Name(bases):`
package struct PythonClass: Sendable {
  package var name: String
  /// Bases, and keywords such as `metaclass=…`.
  package var arguments: [PythonArgument]
  package var decorators: [PythonExpr]
  package var documentation: String?
  package var pragma: PythonPragma?
  /// Fields (`.annotated`), methods, nested classes. Nothing at all, and no documentation, is `pass`.
  package var body: [PythonStatement]

  package init(
    _ name: String, _ bases: [PythonExpr] = [], keywords: [(String, PythonExpr)] = [], decorators: [PythonExpr] = [],
    documentation: String? = nil, pragma: PythonPragma? = nil, body: [PythonStatement]
  ) {
    self.name = name
    arguments = bases.map { PythonArgument.positional($0).guarded } + keywords.map { PythonArgument.keyword($0, $1).guarded }
    self.decorators = decorators
    self.documentation = documentation
    self.pragma = pragma
    self.body = body
  }

  package init(
    _ name: String, _ bases: [PythonExpr] = [], keywords: [(String, PythonExpr)] = [], decorators: [PythonExpr] = [],
    documentation: String? = nil, pragma: PythonPragma? = nil, @PythonBuilder _ body: () -> [PythonStatement] = { [] }
  ) {
    self.init(
      name, bases, keywords: keywords, decorators: decorators, documentation: documentation, pragma: pragma, body: body())
  }
}
