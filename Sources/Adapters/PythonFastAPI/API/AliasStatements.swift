import SpecAdapters
import SpecIR

/// Writes what is no class but a name for a type: aliases, unions, and lists of numbers.
struct AliasStatements {
  let types: ValueTypes
  let id: ModelID
  /// Whether the type names itself: Python makes such a type when it is asked for.
  let namesItself: Bool

  private var target: PythonTarget { types.target }

  func statements(_ type: PythonExpr) -> [PythonStatement] {
    let name = target[id].name
    var statements: [PythonStatement] = []
    if namesItself {
      let maker = PythonSymbol.of("typing-extensions", "typing_extensions", "TypeAliasType")
      statements.append(
        .assign(.name(PythonSymbol(stringLiteral: name)), .call(maker, [.positional(.string(name)), .positional(type)])))
    } else {
      statements.append(.alias(name, type))
    }
    if let documentation = target.core[id].documentation { statements.append(.description(PlainProse.text(documentation))) }
    return statements
  }

  func alias(_ shape: Shape) -> [PythonStatement] {
    statements(target.isRead(id) ? types.read(shape, named: target.core[id].name) : types.written(shape.type))
  }

  /// Numbers and flags of which the contract lists all stay what they are: their readers check them.
  func numbers(_ enumeration: Enumeration) -> [PythonStatement] {
    statements(ValueTypes.annotated(PythonTarget.type(of: enumeration.base), [types.reader(of: enumeration)]))
  }

  // MARK: Unions

  func union(_ union: Union) -> [PythonStatement] {
    guard !union.variants.isEmpty else { return statements("object") }
    guard target.isRead(id) else {
      return statements(ValueTypes.union(union.variants.map { types.written($0.shape.type) }))
    }
    var alternatives: [PythonExpr] = []
    var known: [TypeRef] = []
    var names: [(tag: String, index: Int)] = []
    for variant in union.variants {
      // Of two alternatives of one class, Python keeps one.
      var index = alternatives.count
      if case .named = variant.shape.type, let first = known.firstIndex(of: variant.shape.type) {
        index = first
      } else {
        known.append(variant.shape.type)
        alternatives.append(types.read(variant.shape, named: "\(target[id].name) \(variant.name)"))
      }
      names += variant.tags.map { ($0, index) }
    }
    return statements(.generic(.annotated, [ValueTypes.union(alternatives), chooser(union.matching, names, alternatives.count)]))
  }

  private func chooser(_ matching: Union.Matching, _ names: [(tag: String, index: Int)], _ count: Int) -> PythonExpr {
    switch matching {
    case .exactlyOne: return types.uses.call("OneOf")
    case .first: return types.uses.call("AnyOf")
    case .discriminator(let property):
      var arguments: [PythonArgument] = [
        .positional(.string(property)), .positional(.tuple(names.map { .string($0.tag) })),
      ]
      if names.map(\.index) != Array(0..<count) { arguments.append(.positional(.tuple(names.map { .integer($0.index) }))) }
      return types.uses.call("Discriminator", arguments)
    }
  }
}
