import PythonFastAPIAdapter

extension RandomPython {
  mutating func leaf() -> PythonExpr {
    switch number(0...9) {
    case 0...5: .name(symbol())
    case 6: PythonExpr.name(symbol()).attribute(name())
    default: literal()
    }
  }

  mutating func expr(_ depth: Int) -> PythonExpr {
    guard depth > 0 else { return leaf() }
    switch number(0...27) {
    case 0...2: return leaf()
    case 3...5: return PythonExpr.name(symbol()).called(arguments(depth - 1))
    case 6...10: return chain(depth)
    case 11: return .list(many(0...5) { $0.element(depth - 1) })
    case 12: return .tuple(many(0...4) { $0.element(depth - 1) })
    case 13: return .set(many(1...4) { $0.expr(depth - 1) })
    case 14, 15: return dict(depth)
    case 16, 17: return comprehension(depth)
    case 18: return .lambda(PythonParameters(many(0...2) { PythonParameter($0.name()) }), expr(depth - 1))
    case 19: return chance(50) ? .not(expr(depth - 1)) : .minus(expr(depth - 1))
    case 20, 21: return binary(depth)
    case 22: return boolean(depth)
    case 23: return expr(depth - 1).compare(pick([.equal, .less, .in, .notIn, .isNot]), expr(depth - 1))
    case 24: return .conditional(expr(depth - 1), if: expr(depth - 1), else: expr(depth - 1))
    case 25: return chain(depth - 1).await
    case 26: return formatted()
    default: return subscripted(depth)
    }
  }

  private mutating func element(_ depth: Int) -> PythonExpr { chance(8) ? expr(depth).starred : expr(depth) }

  mutating func arguments(_ depth: Int) -> [PythonArgument] {
    let positional: [PythonArgument] = many(0...3) { $0.chance(5) ? .star($0.expr(depth)) : .positional($0.expr(depth)) }
    let named: [PythonArgument] = many(0...2) { .keyword($0.name(), $0.expr(depth)) }
    return positional + named + (chance(6) ? [.doubleStar(expr(depth))] : [])
  }

  mutating func chain(_ depth: Int) -> PythonExpr {
    var value = chance(80) ? PythonExpr.name(symbol()) : expr(depth - 1)
    for _ in 0..<number(1...5) {
      switch number(0...9) {
      case 0...6: value = value.call(name(), chance(40) ? [] : arguments(depth - 1))
      case 7: value = value.attribute(name())
      case 8: value = value.index(expr(depth - 1))
      default: value = value.called(arguments(0))
      }
    }
    return value
  }

  private mutating func subscripted(_ depth: Int) -> PythonExpr {
    let value = chance(70) ? PythonExpr.name(symbol()) : expr(depth - 1)
    if chance(20) {
      return value.index(PythonExpr(.slice(chance(60) ? expr(depth - 1) : nil, chance(60) ? leaf() : nil, step: nil)))
    }
    return value.index(many(1...4) { $0.expr(depth - 1) })
  }

  private mutating func dict(_ depth: Int) -> PythonExpr {
    .dict(many(0...4) { $0.chance(6) ? PythonEntry(unpacking: $0.expr(depth - 1)) : PythonEntry($0.leaf(), $0.expr(depth - 1)) })
  }

  private mutating func comprehension(_ depth: Int) -> PythonExpr {
    let kind: PythonComprehension.Kind = pick([.list, .set, .generator, .dict(key: leaf())])
    let clauses = many(1...2) { random in
      PythonComprehension.Clause(
        random.target(), in: random.expr(depth - 1), if: random.many(0...1) { $0.expr(depth - 1) }, isAsync: random.chance(10))
    }
    return PythonExpr(.comprehension(PythonComprehension(kind, expr(depth - 1), clauses)))
  }

  mutating func target() -> PythonExpr {
    chance(70)
      ? .name(PythonSymbol(stringLiteral: name())) : .tuple(many(2...3) { .name(PythonSymbol(stringLiteral: $0.name())) })
  }

  mutating func binary(_ depth: Int) -> PythonExpr {
    var value = expr(depth - 1)
    for _ in 0..<number(1...4) {
      value = value.binary(
        pick([.add, .add, .bitOr, .bitOr, .multiply, .subtract, .power, .bitAnd, .remainder]), expr(depth - 1))
    }
    return value
  }

  private mutating func boolean(_ depth: Int) -> PythonExpr {
    let values = many(2...4) { $0.expr(depth - 1) }
    return chance(60) ? .all(values) : .any(values)
  }

  private mutating func formatted() -> PythonExpr {
    .format(
      many(1...4) { random in
        if random.chance(50) { return .text(random.chance(80) ? random.name() + " " : random.text()) }
        return .value(random.chance(70) ? random.leaf() : random.chain(1), spec: random.chance(20) ? ".3f" : "")
      })
  }

  // MARK: Types

  mutating func type(_ depth: Int) -> PythonExpr {
    guard depth > 0 else { return .name(chance(50) ? PythonSymbol(stringLiteral: typeName()) : symbol()) }
    switch number(0...5) {
    case 0, 1: return type(0)
    case 2: return .generic("dict", [type(depth - 1), type(depth - 1)])
    case 3: return .generic(.std("typing", "Annotated"), [type(depth - 1)] + many(1...2) { $0.expr(1) })
    case 4: return type(depth - 1).optional
    default: return .union(many(2...4) { $0.type(depth - 1) })
    }
  }
}
