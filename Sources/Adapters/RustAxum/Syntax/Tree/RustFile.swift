/// A source file: what it says about itself, its items, and imports that no code names.
///
/// `use` lines are not part of it: printing collects them.
package struct RustFile: Sendable {
  /// The text of the `//!` lines.
  package var documentation: String?
  /// Inner attributes, `#![…]`.
  package var attributes: [RustAttribute]
  /// Traits that are imported for their methods.
  package var traits: [RustSymbol]
  package var items: [RustItem]
  /// The modules by which the rest of the crate names what the file declares: here those names need no path.
  package var home: [[String]]

  package init(
    documentation: String? = nil, attributes: [RustAttribute] = [], traits: [RustSymbol] = [], home: [[String]] = [],
    _ items: [RustItem]
  ) {
    self.documentation = documentation
    self.attributes = attributes
    self.traits = traits
    self.items = items
    self.home = home
  }
}
