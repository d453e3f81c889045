import SpecNaming

/// The name of a backend's package, as code writes it and as registries do.
package struct PackageName: Hashable, Sendable {
  /// `users_api`
  package let snake: String
  /// `users-api`
  package let kebab: String

  /// - Parameters:
  ///   - name: as the configuration has it.
  ///   - isTaken: whether a package of this name, in snake case, is refused or would hide another; `app` is put behind it then.
  package init(_ name: String, isTaken: (String) -> Bool) {
    let words = Words(name)
    let chosen = isTaken(words.identifier(.snake, fallback: "app")) ? words + "app" : words
    snake = chosen.identifier(.snake, fallback: "app")
    kebab = chosen.identifier(.kebab, fallback: "app")
  }
}
