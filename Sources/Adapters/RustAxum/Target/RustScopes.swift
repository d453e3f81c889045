import SpecAdapters
import SpecNaming

/// The scopes of generated code, and the names that each keeps for itself.
extension RustNames {
  /// Values, fields, functions and modules.
  static let values = reserved

  /// Types. What derives expand to and what every file of `generated/api` imports is kept for them.
  static let types = ReservedWords(
    RustImports.prelude.union(neverRaw).union(["Serialize", "Deserialize", "Decode", "DecodeParams", "Keyword", "Envelope"])
  ) { "\($0)Model" }

  /// Variants of enums: `Self` is the only keyword in this spelling.
  static let variants = ReservedWords(["Self"]) { "\($0)Case" }

  static func variant(_ name: String) -> String { Words(ofCase: name).identifier(.pascal) }

  /// The field that keeps the members of an open structure that it does not declare.
  static let additionalField = "others"

  static let rules = IdentifierRules(
    values: .init(reserved: values) { value($0) }, fields: .init(reserved: values) { value($0) },
    types: .init(reserved: types) { type($0) }, variants: .init(reserved: variants) { variant($0) },
    modules: .init(reserved: values) { module($0) }, additionalField: additionalField)
}
