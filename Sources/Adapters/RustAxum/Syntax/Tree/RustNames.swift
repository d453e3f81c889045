package import SpecNaming

/// Identifiers of Rust made of the names of an input.
package enum RustNames {
  /// The keywords of edition 2024, strict and reserved; `gen` is new in it.
  ///
  /// Source: the Rust reference, "Keywords".
  static let keywords: Set<String> = [
    "as", "async", "await", "break", "const", "continue", "dyn", "else", "enum", "extern", "false", "fn", "for", "gen", "if",
    "impl", "in", "let", "loop", "match", "mod", "move", "mut", "pub", "ref", "return", "static", "struct", "trait", "true",
    "type", "unsafe", "use", "where", "while", "abstract", "become", "box", "do", "final", "macro", "override", "priv", "try",
    "typeof", "unsized", "virtual", "yield",
  ]

  /// The words that no `r#` makes an identifier.
  static let neverRaw: Set<String> = ["self", "Self", "super", "crate", "_"]

  /// Keywords in raw form (`r#type`), and `self_` and its like for the words that have none.
  package static let reserved = ReservedWords(keywords.union(neverRaw)) { neverRaw.contains($0) ? $0 + "_" : "r#" + $0 }

  /// Names of types and variants that would hide the prelude's.
  package static let reservedTypes = ReservedWords(RustImports.prelude.union(["Self"])) { $0 + "Model" }

  /// `created_at`: a field, a variable, a function or a module.
  package static func value(_ name: String, fallback: String = "value") -> String {
    reserved.escape(Words(name).identifier(.snake, fallback: fallback))
  }

  /// `users`: a module in a file of its own, with a name that every file system takes and that is not `mod.rs`.
  package static func module(_ name: String) -> String {
    let module = Words(name).limited(to: longestModule).identifier(.snake)
    return module == "mod" ? "mod_" : reserved.escape(module)
  }

  /// How many characters of a module's name are kept. File systems take 255 bytes; cargo adds some to the names of tests.
  private static let longestModule = 100

  /// The name without the mark of a raw identifier, which is one only in code.
  static func unescaped(_ name: String) -> String { name.hasPrefix("r#") ? String(name.dropFirst(2)) : name }

  /// `UserList`: a type or a variant.
  package static func type(_ name: String, fallback: String = "Value") -> String {
    reservedTypes.escape(Words(name).identifier(.pascal, fallback: fallback.lowercased()))
  }

  /// `MAX_LENGTH`
  package static func constant(_ name: String, fallback: String = "value") -> String {
    Words(name).identifier(.screaming, fallback: fallback)
  }
}
