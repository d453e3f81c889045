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

  package init(
    documentation: String? = nil, attributes: [RustAttribute] = [], traits: [RustSymbol] = [], _ items: [RustItem]
  ) {
    self.documentation = documentation
    self.attributes = attributes
    self.traits = traits
    self.items = items
  }
}
