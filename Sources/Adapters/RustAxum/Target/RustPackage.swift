import SpecAdapters
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
    // A crate of the name of one that is used would hide it.
    let name = PackageName(name) {
      Self.refused.contains($0) || RustNames.reserved.contains($0) || RustCrate.named($0) != nil || $0 == "sqlx"
    }
    library = name.snake
    package = name.kebab
  }
}
