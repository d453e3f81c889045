import PythonFastAPIAdapter

extension RandomPython {
  mutating func file() -> PythonFile {
    PythonFile(documentation: chance(60) ? sentence(1...30) : nil, many(1...5) { $0.statement(2, isTop: true) })
  }

  mutating func body(_ depth: Int) -> [PythonStatement] { many(1...3) { $0.statement(depth) } }

  mutating func statement(_ depth: Int, isTop: Bool = false) -> PythonStatement {
    let simple = self.simple(depth)
    guard depth > 0 else { return simple }
    switch number(0...24) {
    case 0: return .if(many(1...2) { PythonBranch($0.expr(depth), $0.body(depth - 1)) }, else: chance(50) ? body(depth - 1) : [])
    case 1: return .for(PythonLoop(target(), in: expr(depth), isAsync: chance(20), body(depth - 1)))
    case 2: return .while(expr(depth), body(depth - 1), else: [])
    case 3, 4: return .with(with(depth))
    case 5: return .try(attempt(depth))
    case 6: return .match(expr(depth - 1), many(1...3) { $0.matchCase(depth) })
    case 7...10: return .function(function(depth))
    case 11: return .class(type(named: depth))
    case 12: return .comment(sentence(1...25))
    case 13: return .blank
    case 14: return simple.noted(pick([.noqa(["E501"]), .typeIgnore(["arg-type"]), .noCover]))
    default: return simple
    }
  }

  private mutating func simple(_ depth: Int) -> PythonStatement {
    switch number(0...15) {
    case 0...3: return .assign([chance(80) ? target() : place()], expr(depth + 1))
    case 4: return .assign([place(), place()], expr(depth))
    case 5, 6: return .annotated(.name(PythonSymbol(stringLiteral: name())), type(3), chance(70) ? expr(depth) : nil)
    case 7: return .augmented(place(), .add, expr(depth))
    case 8, 9: return .return(expr(depth + 1))
    case 10: return .raise(expr(depth), from: chance(30) ? leaf() : nil)
    case 11: return .assert(expr(depth), message: chance(40) ? expr(1) : nil)
    case 12: return .delete(many(1...3) { $0.place() })
    default: return .expression(expr(depth + 1))
    }
  }

  private mutating func place() -> PythonExpr {
    switch number(0...2) {
    case 0: .name(PythonSymbol(stringLiteral: name()))
    case 1: PythonExpr.name(PythonSymbol(stringLiteral: name())).attribute(name())
    default: PythonExpr.name(PythonSymbol(stringLiteral: name())).index(expr(1))
    }
  }

  private mutating func with(_ depth: Int) -> PythonWith {
    PythonWith(
      many(1...3) {
        .init(
          $0.chance(70) ? $0.chain(depth) : $0.binary(depth),
          as: $0.chance(60) ? .name(PythonSymbol(stringLiteral: $0.name())) : nil)
      },
      isAsync: chance(50), body(depth - 1))
  }

  private mutating func attempt(_ depth: Int) -> PythonTry {
    PythonTry(
      body(depth - 1),
      except: many(1...2) {
        .init($0.chance(70) ? $0.type(0) : .tuple($0.many(2...3) { $0.type(0) }), as: $0.chance(50) ? $0.name() : nil, $0.body(0))
      },
      else: chance(20) ? body(0) : [], finally: chance(20) ? body(0) : [])
  }

  private mutating func matchCase(_ depth: Int) -> PythonCase {
    PythonCase(pattern(2), if: chance(25) ? expr(1) : nil, body: body(depth - 1))
  }

  private mutating func pattern(_ depth: Int) -> PythonPattern {
    guard depth > 0 else {
      return chance(50)
        ? .value(.string(name())) : .value(PythonExpr.name(PythonSymbol(stringLiteral: typeName())).attribute(name()))
    }
    switch number(0...6) {
    case 0: return .sequence(many(1...3) { $0.pattern(depth - 1) })
    case 1: return .mapping(many(1...3) { (.string($0.name()), $0.pattern(depth - 1)) }, rest: chance(30) ? name() : nil)
    case 2, 3: return .class(type(0), many(0...2) { $0.pattern(depth - 1) }, many(0...2) { ($0.name(), $0.pattern(depth - 1)) })
    case 4: return .or(many(2...4) { $0.pattern(0) })
    case 5: return .bound(pattern(0), name())
    default: return pattern(0)
    }
  }

  mutating func function(_ depth: Int) -> PythonFunction {
    PythonFunction(
      name(), parameters(depth), returns: chance(70) ? type(3) : nil, isAsync: chance(40),
      decorators: many(0...1) { $0.chain(1) }, documentation: chance(40) ? sentence(1...30) : nil,
      body: chance(10) ? [] : body(depth - 1))
  }

  private mutating func parameters(_ depth: Int) -> PythonParameters {
    PythonParameters(
      positionalOnly: chance(8) ? [parameter()] : [], many(0...3) { $0.parameter() },
      rest: chance(10) ? parameter(hasValue: false) : nil,
      keywordOnly: chance(30)
        ? many(1...2) { PythonParameter($0.name(), $0.type(2), default: $0.chance(50) ? $0.expr(1) : nil) } : [],
      keywords: chance(10) ? parameter(hasValue: false) : nil)
  }

  private mutating func parameter(hasValue: Bool? = nil) -> PythonParameter {
    PythonParameter(name(), chance(85) ? type(2) : nil)
  }

  private mutating func type(named depth: Int) -> PythonClass {
    PythonClass(
      typeName(), many(0...2) { $0.type(1) }, keywords: chance(10) ? [("metaclass", leaf())] : [],
      decorators: many(0...1) { $0.chain(1) }, documentation: chance(50) ? sentence(1...20) : nil,
      body: many(0...4) { random in
        random.chance(60)
          ? .field(random.name(), random.type(2), random.chance(50) ? random.expr(1) : nil)
          : .function(random.function(1))
      })
  }
}
