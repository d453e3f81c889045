/// The imports of one file, collected while its code is printed.
///
/// A class, because a layout that is tried and thrown away must leave the names as they are: the first symbol to claim a name
/// keeps it, and the same symbols are written whichever layout wins.
package final class RustImports {
  /// What each short name in this file stands for.
  private var owners: [String: RustSymbol] = [:]
  private var imported: [RustSymbol] = []
  private let home: [[String]]
  private var traits: [RustSymbol] = []
  /// The crates that the file uses, in order of first use.
  package private(set) var crates: [String] = []
  /// The paths in the generated crate that the file names, from its root: `["extract", "Json"]`.
  package private(set) var ownPaths: Set<[String]> = []

  /// Names of the prelude: an import of the same name would hide them.
  static let prelude: Set<String> = [
    "Option", "Some", "None", "Result", "Ok", "Err", "Vec", "String", "Box", "Iterator", "IntoIterator", "From", "Into",
    "TryFrom", "TryInto", "FromIterator", "Default", "Clone", "Copy", "Send", "Sync", "Sized", "Drop", "Fn", "FnMut", "FnOnce",
    "ToString", "ToOwned", "AsRef", "AsMut", "Extend", "Eq", "PartialEq", "Ord", "PartialOrd", "Debug", "Hash", "Unpin",
    "str", "bool", "char", "u8", "u16", "u32", "u64", "u128", "usize", "i8", "i16", "i32", "i64", "i128", "isize", "f32", "f64",
  ]

  /// - Parameters:
  ///   - declared: names that the file declares itself; an import never takes one of them.
  ///   - home: the modules by which the rest of the crate names what the file declares.
  package init(declared: [String] = [], home: [[String]] = []) {
    for name in declared { owners[name] = RustSymbol(stringLiteral: name) }
    self.home = home
  }

  /// Returns the segments of a symbol as it is written here, and records what it needs.
  ///
  /// A symbol whose name is taken in this file is written by its whole path.
  package func spelling(of symbol: RustSymbol) -> [String] {
    note(symbol.origin)
    switch (symbol.origin, symbol.style) {
    case (.scope, _): return [symbol.name]
    case (_, .qualified): return symbol.fullPath
    case (_, .imported):
      if let owner = owners[symbol.name] {
        if owner.origin == .scope, symbol.origin == .own, home.contains(symbol.modules) { return [symbol.name] }
        return owner == symbol ? [symbol.name] : symbol.fullPath
      }
      if Self.prelude.contains(symbol.name) { return symbol.fullPath }
      owners[symbol.name] = symbol
      imported.append(symbol)
      return [symbol.name]
    }
  }

  /// Imports a trait for its methods only: `use tower::ServiceExt as _;`.
  package func bring(_ trait: RustSymbol) {
    note(trait.origin)
    if !imported.contains(trait), !traits.contains(trait) { traits.append(trait) }
  }

  /// The `use` trees of the file, one for each crate, in groups: std, other crates, own crate.
  package var groups: [[RustUse]] {
    var leaves: [(module: [String], leaf: RustUse.Leaf)] = imported.map { ($0.root + $0.modules, .name($0.name)) }
    leaves += traits.filter { !imported.contains($0) }.map { ($0.root + $0.modules, .unnamed($0.name)) }
    return RustUse.grouped(leaves)
  }

  /// Records that the file names something of the generated crate.
  package func note(_ path: RustPath) {
    guard path.symbol.origin == .own else { return }
    ownPaths.insert(path.symbol.modules + [path.symbol.name] + path.rest.map(\.name))
  }

  private func note(_ origin: RustSymbol.Origin) {
    if case .external(let crate) = origin, !crates.contains(crate) { crates.append(crate) }
  }
}
