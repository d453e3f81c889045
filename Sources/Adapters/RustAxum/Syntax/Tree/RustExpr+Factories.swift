// How expressions are made by hand. Everything that could change how neighbouring text is read gets its parentheses here.

extension RustExpr: ExpressibleByStringLiteral {
  /// A local variable or another name in scope. A string *value* is `.string(…)`.
  package init(stringLiteral name: String) { self.init(.path(RustPath(RustSymbol(stringLiteral: name)))) }

  package static func path(_ path: RustPath) -> Self { RustExpr(.path(path)) }

  /// A symbol, or something inside it: `.path(.statusCode, "CREATED")`.
  package static func path(_ symbol: RustSymbol, _ rest: String...) -> Self {
    RustExpr(.path(RustPath(symbol, rest: rest.map { RustPath.Segment($0) })))
  }

  package static func literal(_ literal: RustLiteral) -> Self { RustExpr(.literal(literal)) }
  package static func string(_ value: String) -> Self { .literal(.string(value)) }
  package static func rawString(_ value: String) -> Self { .literal(.rawString(value)) }
  package static func integer(_ value: some BinaryInteger, suffix: String = "") -> Self {
    .literal(.integer(value, suffix: suffix))
  }
  package static func bool(_ value: Bool) -> Self { .literal(.bool(value)) }
  package static let unit = RustExpr(.tuple([]))
  package static let none: RustExpr = "None"

  /// `name(arguments)` for a symbol or a path inside it.
  package static func call(_ path: RustPath, _ arguments: RustExpr...) -> Self { RustExpr(.call(.path(path), arguments)) }
  package static func call(_ path: RustPath, arguments: [RustExpr]) -> Self { RustExpr(.call(.path(path), arguments)) }
  package static func some(_ value: RustExpr) -> Self { .call("Some", value) }
  package static func ok(_ value: RustExpr) -> Self { .call("Ok", value) }
  package static func err(_ value: RustExpr) -> Self { .call("Err", value) }

  /// Calls the value itself: `handler(request)`.
  package func callAsFunction(_ arguments: RustExpr...) -> Self {
    RustExpr(.call(postfixOperand(isCallee: true), arguments))
  }

  /// `self.name::<types>(arguments)`
  package func call(_ name: String, _ arguments: RustExpr..., turbofish: [RustType] = []) -> Self {
    RustExpr(.method(postfixOperand(), name: name, turbofish: turbofish, arguments))
  }

  package func call(_ name: String, arguments: [RustExpr], turbofish: [RustType] = []) -> Self {
    RustExpr(.method(postfixOperand(), name: name, turbofish: turbofish, arguments))
  }

  package func field(_ name: String) -> Self { RustExpr(.field(postfixOperand(), name)) }
  package var `await`: Self { RustExpr(.await(postfixOperand())) }
  package var `try`: Self { RustExpr(.try(postfixOperand())) }
  package func index(_ position: RustExpr) -> Self { RustExpr(.index(postfixOperand(), position)) }

  /// `name!(arguments)`
  package static func macro(_ path: RustPath, _ arguments: RustExpr...) -> Self { RustExpr(.macro(RustMacro(path, arguments))) }
  package static func macro(_ path: RustPath, arguments: [RustExpr]) -> Self { RustExpr(.macro(RustMacro(path, arguments))) }

  /// `format!("…", arguments)`. The caller doubles braces of text that is no placeholder.
  package static func format(_ text: String, _ arguments: RustExpr...) -> Self {
    RustExpr(.macro(RustMacro("format", [.string(text)] + arguments)))
  }

  /// `vec![items]`
  package static func vec(_ items: [RustExpr]) -> Self { RustExpr(.macro(RustMacro("vec", items, delimiter: .brackets))) }

  package static func structure(_ path: RustPath, _ fields: [FieldValue], base: RustExpr? = nil) -> Self {
    RustExpr(.structure(path, fields.map(\.shorthand), base: base))
  }

  /// `|parameters| body`
  package static func closure(
    _ parameters: [RustClosure.Parameter], isMove: Bool = false, isAsync: Bool = false, _ body: RustExpr
  ) -> Self {
    RustExpr(.closure(RustClosure(parameters: parameters, isMove: isMove, isAsync: isAsync, body: body.unblocked)))
  }

  /// A closure with a block of statements.
  package static func closure(
    _ parameters: [RustClosure.Parameter], isMove: Bool = false, isAsync: Bool = false,
    @RustBlockBuilder do body: () -> RustBlock
  ) -> Self {
    .closure(parameters, isMove: isMove, isAsync: isAsync, .block(body()))
  }

  package static func block(_ block: RustBlock) -> Self { RustExpr(.block(block)) }
  package static func asyncBlock(isMove: Bool = true, @RustBlockBuilder _ body: () -> RustBlock) -> Self {
    RustExpr(.asyncBlock(isMove: isMove, body()))
  }

  package static func tuple(_ items: RustExpr...) -> Self { RustExpr(.tuple(items)) }
  package static func array(_ items: [RustExpr]) -> Self { RustExpr(.array(items)) }
  package static func `repeat`(_ value: RustExpr, count: RustExpr) -> Self { RustExpr(.repeat(value, count: count)) }

  package static func not(_ value: RustExpr) -> Self { RustExpr(.prefix("!", value.prefixOperand)) }
  package static func negative(_ value: RustExpr) -> Self { RustExpr(.prefix("-", value.prefixOperand)) }
  package static func dereference(_ value: RustExpr) -> Self { RustExpr(.prefix("*", value.prefixOperand)) }
  package static func ref(_ value: RustExpr) -> Self { RustExpr(.reference(isMutable: false, value.prefixOperand)) }
  package static func refMut(_ value: RustExpr) -> Self { RustExpr(.reference(isMutable: true, value.prefixOperand)) }

  /// `self as type`
  package func cast(to type: RustType) -> Self {
    RustExpr(.cast(precedence < Self.castPrecedence || isBlockLike ? parenthesized : self, type))
  }

  package static func assign(_ place: RustExpr, _ value: RustExpr, operator token: String = "=") -> Self {
    RustExpr(.assign(place, operator: token, value))
  }

  /// `start..end`, or `start..=end`.
  package static func range(_ start: RustExpr?, _ end: RustExpr?, isClosed: Bool = false) -> Self {
    RustExpr(.range(start?.rangeOperand, end?.rangeOperand, isClosed: isClosed && end != nil))
  }

  package static func `return`(_ value: RustExpr? = nil) -> Self { RustExpr(.return(value)) }
  package static func `break`(_ value: RustExpr? = nil) -> Self { RustExpr(.break(value)) }
  package static let `continue` = RustExpr(.continue)

  package func binary(_ op: RustOperator, _ other: RustExpr) -> Self {
    let needsLeft = precedence < op.precedence || (op.isComparison && precedence == op.precedence) || endsOpen || isBlockLike
      || (op == .less || op == .shiftLeft) && isCast
    let left = needsLeft ? parenthesized : self
    return RustExpr(.binary(left, op, other.precedence <= op.precedence ? other.parenthesized : other))
  }

  package static func == (lhs: RustExpr, rhs: RustExpr) -> RustExpr { lhs.binary(.equal, rhs) }
  package static func != (lhs: RustExpr, rhs: RustExpr) -> RustExpr { lhs.binary(.notEqual, rhs) }
  package static func && (lhs: RustExpr, rhs: RustExpr) -> RustExpr { lhs.binary(.and, rhs) }
  package static func || (lhs: RustExpr, rhs: RustExpr) -> RustExpr { lhs.binary(.or, rhs) }
}

extension RustExpr.FieldValue {
  /// `name: name` is written `name`, as rustfmt and clippy ask (redundant_field_names).
  var shorthand: Self {
    if case .path(let path)? = value?.kind, path == RustPath(RustSymbol(stringLiteral: name)) {
      return Self(name)
    }
    return self
  }
}
