/// `import module as alias`, or `from module import members`.
package struct PythonImport: Sendable {
  struct Member: Sendable {
    var name: String
    var alias: String?

    init(_ name: String, alias: String? = nil) {
      self.name = name
      self.alias = alias
    }

    var text: String { alias.map { "\(name) as \($0)" } ?? name }

    /// The order of members: constants, classes, the rest; each by its name without case.
    ///
    /// Source: ruff's `isort` rules, `order-by-type`.
    static func precedes(_ first: Member, _ second: Member) -> Bool {
      if first.rank != second.rank { return first.rank < second.rank }
      return PythonOrder.precedes(first.name, second.name)
    }

    private var rank: Int {
      let hasLower = name.contains(where: \.isLowercase)
      let hasUpper = name.contains(where: \.isUppercase)
      if name.count > 1, hasUpper, !hasLower { return 0 }
      return name.first?.isUppercase == true ? 1 : 2
    }
  }

  let origin: PythonSymbol.Origin
  let module: String
  /// For `import … as`.
  var alias: String?
  /// Empty for `import`.
  var members: [Member] = []

  init(_ origin: PythonSymbol.Origin, _ module: String, alias: String? = nil, members: [Member] = []) {
    self.origin = origin
    self.module = module
    self.alias = alias
    self.members = members
  }

  var section: Int {
    switch origin {
    case .scope, .std: 0
    case .external: 1
    case .own: module.hasPrefix(".") ? 3 : 2
    }
  }

  /// Whether a symbol may join the members: one with an alias stands in a line of its own.
  func takes(_ symbol: PythonSymbol) -> Bool {
    module == symbol.module && !members.isEmpty && members[0].alias == nil
  }

  /// `import` lines before `from` lines; each by module, then by what is imported.
  static func precedes(_ first: PythonImport, _ second: PythonImport) -> Bool {
    if first.members.isEmpty != second.members.isEmpty { return first.members.isEmpty }
    if first.module != second.module { return PythonOrder.precedes(first.module, second.module) }
    guard let one = first.members.first, let other = second.members.first else {
      return (first.alias ?? "") < (second.alias ?? "")
    }
    return one.name == other.name ? (one.alias ?? "") < (other.alias ?? "") : Member.precedes(one, other)
  }
}
