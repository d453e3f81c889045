import SpecIR

/// The symbols of other crates that generated code names.
extension RustSymbol {
  static let serialize = RustSymbol.of("serde", name: "Serialize")
  static let deserialize = RustSymbol.of("serde", name: "Deserialize")
  static let json = RustSymbol.of("serde_json", name: "Value")
  static let jsonMacro = RustSymbol.of("serde_json", name: "json")
  static let dateTime = RustSymbol.of("chrono", name: "DateTime")
  static let utc = RustSymbol.of("chrono", name: "Utc")
  static let naiveDate = RustSymbol.of("chrono", name: "NaiveDate")
  static let naiveTime = RustSymbol.of("chrono", name: "NaiveTime")
  static let uuid = RustSymbol.of("uuid", name: "Uuid")
  static let decimal = RustSymbol.of("rust_decimal", name: "Decimal")
  static let btreeMap = RustSymbol.std("collections", name: "BTreeMap")
  static let sqlxError = RustSymbol.of("sqlx", name: "Error").qualified
  static let statusCode = RustSymbol.of("axum", "http", name: "StatusCode")

  /// The module of decoders, imported as `decode`.
  static let decode = RustSymbol.own("generated", "api", name: "decode")
  static let base64 = RustSymbol.own("generated", "api", "decode", name: "Base64")

  /// Something in the module of decoders, imported by its own name.
  static func decoding(_ name: String) -> RustSymbol { .own("generated", "api", "decode", name: name) }

  /// A type of the contract.
  static func api(_ name: String) -> RustSymbol { .own("generated", "api", name: name) }

  /// Something in `generated/db/queries.rs`, imported by its own name.
  static func query(_ name: String) -> RustSymbol { .own("generated", "db", "queries", name: name) }

  /// A row of the database.
  static func row(_ name: String) -> RustSymbol { .own("generated", "db", "models", name: name) }
}

extension RustPath {
  /// A function of the module of decoders: `decode::string`.
  static func decode(_ name: String) -> RustPath { RustPath(.decode, name) }
}
