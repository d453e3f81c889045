import SpecNaming

/// Words that Rust keeps for itself, and names that generated files need.
enum RustNames {
  /// Keywords of edition 2024, strict and reserved, that can be written raw.
  static let rawable: Set<String> = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn", "else", "enum", "extern",
    "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override",
    "priv", "pub", "ref", "return", "static", "struct", "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use",
    "virtual", "where", "while", "yield",
  ]

  /// Keywords that cannot be written raw.
  static let unrawable: Set<String> = ["self", "super", "crate", "Self", "_"]

  /// Types that code names without an import, or that a derive expands to.
  static let prelude: Set<String> = [
    "Option", "Some", "None", "Result", "Ok", "Err", "Vec", "String", "Box", "Self", "Iterator", "IntoIterator", "From", "Into",
    "TryFrom", "TryInto", "FromIterator", "Default", "Clone", "Copy", "Send", "Sync", "Sized", "Drop", "Fn", "FnMut", "FnOnce",
    "ToString", "ToOwned", "AsRef", "AsMut", "Extend", "Eq", "PartialEq", "Ord", "PartialOrd", "Debug", "Hash", "Unpin",
    "DoubleEndedIterator", "ExactSizeIterator", "Serialize", "Deserialize", "Decode", "DecodeParams",
  ]

  /// Names of values, fields, functions and modules.
  static let values = ReservedWords(rawable.union(unrawable)) { unrawable.contains($0) ? "\($0)_" : "r#\($0)" }

  /// Names of types.
  static let types = ReservedWords(prelude) { "\($0)Model" }

  /// Names of enum variants: `Self` is the only keyword in this spelling.
  static let variants = ReservedWords(["Self"]) { "\($0)Case" }

  static func value(_ name: String) -> String { Words(name).identifier(.snake) }

  static func type(_ name: String) -> String { Words(name).identifier(.pascal, fallback: "Model") }

  static func variant(_ name: String) -> String {
    // A sign says what tells two sort orders or numbers apart.
    let sign = name.hasPrefix("-") ? "minus " : name.hasPrefix("+") ? "plus " : ""
    return (Words(sign) + Words(name)).identifier(.pascal)
  }

  static func constant(_ name: String) -> String { Words(name).identifier(.screaming) }
}

/// The name of the package in both spellings.
struct RustCrate: Hashable, Sendable {
  /// As in `Cargo.toml`: `users-api`.
  let package: String
  /// As in code: `users_api`.
  let library: String

  init(_ name: String) {
    let words = Words(name)
    // Names that Cargo refuses, or that would hide a crate that is used.
    let reserved: Set<String> = ["test", "core", "std", "alloc", "proc_macro", "build", "deps", "examples", "incremental"]
    let library = words.identifier(.snake, fallback: "app")
    let isTaken = reserved.contains(library) || RustNames.rawable.contains(library) || RustNames.unrawable.contains(library)
    let used = RustDependency.allCases.contains { $0.library == library }
    let chosen = isTaken || used ? words + "app" : words
    self.library = chosen.identifier(.snake, fallback: "app")
    package = chosen.identifier(.kebab, fallback: "app")
  }
}
