/// Something that code can name: where it comes from, and how it is written.
///
/// Writing a symbol into a file records its import and its distribution, so import lines and `pyproject.toml` are never typed
/// by hand.
package struct PythonSymbol: Hashable, Sendable, ExpressibleByStringLiteral {
  /// Where a symbol lives. The order is that of the sections of imports.
  package enum Origin: Hashable, Sendable {
    /// In scope already: a local, a parameter, a declaration of the file, or a built-in.
    case scope
    /// The standard library.
    case std
    /// A distribution of the registry, by the name that `pyproject.toml` uses (`pydantic-settings`).
    case external(String)
    /// The package being generated.
    case own
  }

  /// How a symbol is written.
  package enum Style: Hashable, Sendable {
    /// By its name: `from module import name`.
    case imported
    /// Behind its module: `import module`.
    case qualified
    /// It is a module itself, under a name of ours or its own: `import sqlalchemy as sa`.
    case module(as: String?)
  }

  package var origin: Origin
  /// The dotted module that the symbol is imported from.
  package var module: String
  /// The name in the module; empty for a module.
  package var name: String
  package var style: Style
  /// The name of the module in code, for a qualified symbol.
  package var moduleAlias: String?

  package init(_ origin: Origin, _ module: String, _ name: String, style: Style = .imported) {
    self.origin = origin
    self.module = module
    self.name = name
    self.style = style
  }

  /// A name that is in scope already. Only for names that we choose: names of an input come through `PythonNames`.
  package init(stringLiteral name: String) { self.init(.scope, "", name) }

  /// A name of the standard library: `.std("typing", "Any")`.
  package static func std(_ module: String, _ name: String) -> Self { PythonSymbol(.std, module, name) }

  /// A name of the generated package, by its absolute module: `.own("users.models", "User")`.
  package static func own(_ module: String, _ name: String) -> Self { PythonSymbol(.own, module, name) }

  /// A name of another distribution: `.of("sqlalchemy", "sqlalchemy.ext.asyncio", "AsyncEngine")`.
  package static func of(_ distribution: String, _ module: String, _ name: String) -> Self {
    PythonSymbol(.external(distribution), module, name)
  }

  /// The same symbol behind its module: `asyncio.timeout`. A module of several segments wants a name: `sqlalchemy as sa`.
  package func qualified(as alias: String? = nil) -> Self {
    var copy = self
    copy.style = .qualified
    copy.moduleAlias = alias
    return copy
  }

  /// The module of a qualified symbol.
  var itsModule: PythonSymbol {
    let alias = moduleAlias ?? (module.contains(".") ? String(module.map { $0 == "." ? "_" : $0 }) : nil)
    return PythonSymbol(origin, module, "", style: .module(as: alias))
  }

  /// The name that an import would bind.
  var boundName: String {
    if case .module(let alias) = style { return alias ?? module }
    return name
  }
}
