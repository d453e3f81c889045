/// A crate that generated code may use, and how `Cargo.toml` asks for it.
///
/// The one table of versions: a symbol names a crate, the files of a project collect the crates, and their lines come from here.
package struct RustCrate: Hashable, Sendable {
  /// The name in code, with underscores.
  package let name: String
  /// The name in the registry.
  package let package: String
  package let version: String
  package let features: [String]
  package let hasDefaultFeatures: Bool

  private init(_ name: String, _ version: String, features: [String] = [], hasDefaultFeatures: Bool = true) {
    self.name = name
    self.package = RustCrate.dashed.contains(name) ? String(name.map { $0 == "_" ? "-" : $0 }) : name
    self.version = version
    self.features = features
    self.hasDefaultFeatures = hasDefaultFeatures
  }

  private init(_ other: RustCrate, features: [String]) {
    name = other.name
    package = other.package
    version = other.version
    hasDefaultFeatures = other.hasDefaultFeatures
    self.features = features
  }

  /// The same crate with other features.
  func with(features: [String]) -> RustCrate { RustCrate(self, features: features) }

  /// Crates whose registry name has dashes where code has underscores.
  private static let dashed: Set<String> = ["http_body_util", "percent_encoding", "tower_http", "tracing_subscriber"]

  /// All that generated code may use, by name.
  package static let all: [RustCrate] = [
    RustCrate("axum", "0.8", features: ["http1", "json", "matched-path", "tokio"], hasDefaultFeatures: false),
    RustCrate("base64", "0.22"),
    RustCrate("chrono", "0.4", features: ["now", "serde", "std"], hasDefaultFeatures: false),
    RustCrate("form_urlencoded", "1"),
    RustCrate("http_body_util", "0.1"),
    RustCrate("percent_encoding", "2"),
    RustCrate("regex", "1"),
    RustCrate("rust_decimal", "1", features: ["serde-str", "std"], hasDefaultFeatures: false),
    RustCrate("serde", "1", features: ["derive"]),
    RustCrate("serde_json", "1"),
    RustCrate("thiserror", "2"),
    RustCrate("tokio", "1", features: ["io-util", "macros", "net", "rt-multi-thread", "signal", "sync", "time"]),
    RustCrate("tower", "0.5", features: ["util"], hasDefaultFeatures: false),
    RustCrate("tower_http", "0.6", features: ["catch-panic", "cors", "set-header", "trace", "util"]),
    RustCrate("tracing", "0.1"),
    RustCrate("tracing_subscriber", "0.3", features: ["env-filter", "json"]),
    RustCrate("uuid", "1", features: ["v4"]),
  ]

  /// sqlx with what one database needs.
  ///
  /// - Parameter database: `sqlite` or `postgres`.
  package static func sqlx(_ database: String) -> RustCrate {
    RustCrate(
      "sqlx", "0.9", features: ["chrono", "derive", "macros", "migrate", "runtime-tokio", database], hasDefaultFeatures: false)
  }

  package static func named(_ name: String) -> RustCrate? { all.first { $0.name == name } }

  /// The line of `[dependencies]`.
  package var manifestLine: String {
    if features.isEmpty, hasDefaultFeatures { return "\(package) = \"\(version)\"" }
    var parts = ["version = \"\(version)\""]
    if !hasDefaultFeatures { parts.append("default-features = false") }
    if !features.isEmpty { parts.append("features = [\(features.map { "\"\($0)\"" }.joined(separator: ", "))]") }
    return "\(package) = { \(parts.joined(separator: ", ")) }"
  }
}
