/// Bounds that no sound document reaches and that keep every other one from running away.
package enum DocumentLimits {
  /// How many containers may enclose a node, aliases expanded. libyaml's time grows with the square of the depth, and readers
  /// recurse.
  package static let depth = 200

  /// The largest file in bytes: text is named by 31-bit offsets.
  package static let fileSize = 1 << 30

  /// The weight that a document may have with its aliases expanded, by its own size in bytes.
  ///
  /// Ten times itself is more than anybody writes by hand, and the constant lets small documents repeat themselves freely.
  static func weight(ofFileSize size: Int) -> Int { 32_000_000 + 10 * size }

  /// What a node weighs before its text is added: about what it costs to hold one outside of the arena.
  static let nodeWeight = 16

  /// libyaml compares each tag directive with all before it, and each tag with all of them.
  static let directives = 64

  /// How many findings of one kind are listed for a file.
  static let findingsPerCode = 50

  /// After so many syntax errors a reader stops: what follows is rarely of its own making.
  static let syntaxErrors = 20
}
