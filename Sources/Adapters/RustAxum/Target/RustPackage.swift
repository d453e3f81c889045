import SpecNaming

/// The name of the package in both spellings.
struct RustPackage: Hashable, Sendable {
  /// As in `Cargo.toml`: `users-api`.
  let package: String
  /// As in code: `users_api`.
  let library: String

  /// Names that Cargo refuses.
  private static let refused: Set<String> = [
    "test", "core", "std", "alloc", "proc_macro", "build", "deps", "examples", "incremental",
  ]

  init(_ name: String) {
    let words = Words(name)
    let wished = words.identifier(.snake, fallback: "app")
    // A crate of the name of one that is used would hide it.
    let isTaken = Self.refused.contains(wished) || RustNames.reserved.contains(wished) || RustCrate.named(wished) != nil
      || wished == "sqlx"
    let chosen = isTaken ? words + "app" : words
    library = chosen.identifier(.snake, fallback: "app")
    package = chosen.identifier(.kebab, fallback: "app")
  }
}
