/// Something that code can name: where it comes from, and how it is written.
///
/// Writing a symbol into a file records its import and its crate, so `use` lines and `Cargo.toml` are never typed by hand.
package struct RustSymbol: Hashable, Sendable, ExpressibleByStringLiteral {
  /// Where a symbol lives.
  package enum Origin: Hashable, Sendable {
    /// In scope already: a local, a parameter, an item of the file, or the prelude.
    case scope
    /// The standard library.
    case std
    /// The crate being generated (`crate::…`).
    case own
    /// The module above (`super::…`), for test modules.
    case parent
    /// A crate of the registry, by the name that code uses (`serde_json`).
    case external(String)
  }

  /// How a symbol is written.
  package enum Style: Hashable, Sendable {
    /// By its last segment, with a `use` line.
    case imported
    /// By its whole path, as is usual for functions and macros such as `sqlx::query`.
    case qualified
  }

  package var origin: Origin
  /// The modules between the origin and the name.
  package var modules: [String]
  package var name: String
  package var style: Style

  package init(_ origin: Origin, _ modules: [String], _ name: String, style: Style = .imported) {
    self.origin = origin
    self.modules = modules
    self.name = name
    self.style = style
  }

  /// A name that is in scope already. Only for names that we choose: names of an input come through `RustNames`.
  package init(stringLiteral name: String) { self.init(.scope, [], name) }

  /// `std::…`, imported.
  package static func std(_ modules: String..., name: String) -> Self { RustSymbol(.std, modules, name) }

  /// `crate::…`, imported.
  package static func own(_ modules: String..., name: String) -> Self { RustSymbol(.own, modules, name) }

  /// A symbol of another crate, imported.
  package static func of(_ crate: String, _ modules: String..., name: String) -> Self {
    RustSymbol(.external(crate), modules, name)
  }

  /// The same symbol, written by its whole path.
  package var qualified: Self {
    var copy = self
    copy.style = .qualified
    return copy
  }

  /// The segments of the whole path: `["axum", "http", "StatusCode"]`.
  package var fullPath: [String] { root + modules + [name] }

  var root: [String] {
    switch origin {
    case .scope: []
    case .std: ["std"]
    case .own: ["crate"]
    case .parent: ["super"]
    case .external(let crate): [crate]
    }
  }
}
