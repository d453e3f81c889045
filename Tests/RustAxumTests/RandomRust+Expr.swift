@testable import RustAxumAdapter

extension RandomRust {
  mutating func leaf() -> RustExpr { chance(60) ? .path(path()) : .literal(literal()) }

  mutating func expr(_ depth: Int) -> RustExpr {
    guard depth > 0 else { return leaf() }
    switch number(0...29) {
    case 0...2: return leaf()
    case 3...5: return RustExpr(.call(.path(path()), many(0...4) { $0.expr(depth - 1) }))
    case 6...11: return chain(depth)
    case 12: return .macro(RustPath(RustSymbol(stringLiteral: name())), arguments: many(0...4) { $0.expr(depth - 1) })
    case 13: return formatting(depth)
    case 14: return .vec(many(0...5) { $0.expr(depth - 1) })
    case 15: return structure(depth)
    case 16, 17: return closure(depth)
    case 18: return .ref(expr(depth - 1))
    case 19: return chance(50) ? .not(expr(depth - 1)) : .dereference(expr(depth - 1))
    case 20, 21: return binary(depth)
    case 22: return expr(depth - 1).cast(to: chance(50) ? "u64" : .path(RustPath(RustSymbol(stringLiteral: typeName()))))
    case 23: return RustExpr(.tuple(many(0...4) { $0.expr(depth - 1) }))
    case 24: return .array(many(0...6) { $0.expr(depth - 1) })
    case 25: return expr(depth - 1).index(expr(depth - 1))
    case 26: return condition(depth)
    case 27: return matching(depth)
    case 28: return chance(50) ? .range(expr(depth - 1), expr(depth - 1), isClosed: chance(50)) : .asyncBlock { block(depth - 1) }
    default: return .repeat(expr(depth - 1), count: .integer(number(0...9999)))
    }
  }

  mutating func chain(_ depth: Int) -> RustExpr {
    var value = chance(70) ? RustExpr.path(path()) : expr(depth - 1)
    for _ in 0..<number(1...5) {
      switch number(0...9) {
      case 0...5: value = value.call(name(), arguments: many(0...2) { $0.expr(depth - 1) }, turbofish: chance(8) ? [type(1)] : [])
      case 6: value = value.field(name())
      case 7: value = value.await
      default: value = value.try
      }
    }
    return value
  }

  mutating func formatting(_ depth: Int) -> RustExpr {
    let text = many(1...8) { $0.name() }.joined(separator: " ")
    let values = many(0...3) { $0.chance(60) ? $0.leaf() : $0.expr(depth - 1) }
    switch number(0...2) {
    case 0: return .macro("format", arguments: [.string(text)] + values)
    case 1:
      let message = chance(30) ? [.string(text)] + values : []
      return .macro("assert_eq", arguments: [expr(depth - 1), expr(depth - 1)] + message)
    default: return .macro("assert", arguments: [expr(depth - 1)] + (chance(50) ? [.string(text)] + values : []))
    }
  }

  mutating func structure(_ depth: Int) -> RustExpr {
    .structure(
      RustPath(RustSymbol(stringLiteral: typeName())),
      many(0...5) { .init($0.name(), $0.chance(75) ? $0.expr(depth - 1) : nil) }, base: chance(15) ? expr(depth - 1) : nil)
  }

  mutating func closure(_ depth: Int) -> RustExpr {
    let parameters = many(0...2) { RustClosure.Parameter($0.parameterPattern(), $0.chance(20) ? $0.type(1) : nil) }
    if chance(35) { return .closure(parameters, isMove: chance(30)) { block(depth - 1) } }
    return .closure(parameters, isMove: chance(30), expr(depth - 1))
  }

  private mutating func parameterPattern() -> RustPattern {
    switch number(0...5) {
    case 0: .tuple(many(2...3) { $0.pattern(0) })
    case 1: .reference(pattern(0))
    default: pattern(0)
    }
  }

  mutating func binary(_ depth: Int) -> RustExpr {
    var value = expr(depth - 1)
    let operators: [RustOperator] = chance(50) ? [.and, .or] : [.add, .subtract, .equal, .less, .multiply, .bitAnd]
    for _ in 0..<number(1...3) { value = value.binary(operators.randomElement(using: &self)!, expr(depth - 1)) }
    return value
  }

  mutating func condition(_ depth: Int) -> RustExpr {
    var test: RustExpr
    switch number(0...3) {
    case 0: test = .let(pattern(2), expr(depth - 1))
    case 1: test = .let(pattern(1), expr(depth - 1)) && expr(depth - 1)
    default: test = expr(depth - 1)
    }
    if case .closure = test.kind { test = leaf() }
    switch number(0...2) {
    case 0: return .if(test) { block(depth - 1) }
    case 1: return .if(test) { block(depth - 1) } otherwise: { block(depth - 1) }
    default: return .if(test, { block(depth - 1) }, elseIf: .if(leaf()) { block(depth - 1) } otherwise: { block(depth - 1) })
    }
  }

  mutating func matching(_ depth: Int) -> RustExpr {
    .match(
      expr(depth - 1),
      many(1...4) { random in
        let pattern = random.armPattern()
        let test = random.chance(20) ? random.expr(depth - 1) : nil
        if random.chance(30) { return RustArm(pattern, if: test, .block(random.block(depth - 1))) }
        return RustArm(pattern, if: test, random.chance(10) ? .return(random.expr(depth - 1)) : random.expr(depth - 1))
      })
  }

  // MARK: Statements

  mutating func block(_ depth: Int) -> RustBlock {
    var statements: [RustStatement] = many(0...3) { $0.statement(depth) }
    if chance(60) { statements.append(.tail(expr(depth))) }
    return RustBlock(statements)
  }

  mutating func statement(_ depth: Int) -> RustStatement {
    switch number(0...13) {
    case 0...4: return .let(RustLet(pattern(1, canFail: false), chance(25) ? type(2) : nil, chance(90) ? expr(depth) : nil))
    case 5: return .let(RustLet(.some(pattern(1)), nil, expr(depth), else: leaving(depth)))
    case 6: return .comment(many(1...9) { $0.name() }.joined(separator: " "))
    case 7: return .blank
    case 8: return .expr(.assign(chance(50) ? .path(path()) : chain(1), expr(depth), operator: chance(70) ? "=" : "+="))
    case 9: return .expr(.for(pattern(1, canFail: false), in: expr(depth)) { block(depth - 1) })
    case 10: return .expr(.return(chance(80) ? expr(depth) : nil))
    case 11: return .expr(.while(expr(depth)) { block(depth - 1) })
    default: return .expr(expr(depth))
    }
  }

  private mutating func leaving(_ depth: Int) -> RustBlock {
    switch number(0...3) {
    case 0: [.expr(.return(RustExpr.none))]
    case 1: [.expr(.return(expr(depth)))]
    case 2: [.tail(.continue)]
    default: RustBlock(many(1...2) { $0.statement(0) } + [.expr(.return())])
    }
  }
}
