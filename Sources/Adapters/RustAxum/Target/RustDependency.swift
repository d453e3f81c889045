/// The crates that a generated backend may use, with the versions and features it needs.
///
/// `Cargo.toml` lists those that the code names; nothing is typed there by hand.
enum RustDependency: String, CaseIterable {
  case axum, base64, chrono
  case formURLEncoded = "form_urlencoded"
  case regex
  case rustDecimal = "rust_decimal"
  case serde
  case serdeJSON = "serde_json"
  case sqlx, thiserror, tokio, tower
  case towerHTTP = "tower-http"
  case tracing
  case tracingSubscriber = "tracing-subscriber"
  case uuid
  case httpBodyUtil = "http-body-util"

  /// The name in code.
  var library: String { rawValue.map { $0 == "-" ? "_" : String($0) }.joined() }

  init?(library: String) {
    guard let found = Self.allCases.first(where: { $0.library == library }) else { return nil }
    self = found
  }
}
