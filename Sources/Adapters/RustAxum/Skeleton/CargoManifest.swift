import SpecAdapters
import SpecIR
import SpecWriting

/// Writes `Cargo.toml`: the crates that the code names, and nothing typed by hand.
struct CargoManifest {
  let target: RustTarget
  /// The crates that derived files name.
  let crates: Set<String>

  init(_ target: RustTarget, crates: Set<String>) {
    self.target = target
    self.crates = crates
  }

  /// Crates that the skeleton itself names.
  private static let skeleton: Set<String> = [
    "axum", "chrono", "form_urlencoded", "regex", "serde", "serde_json", "thiserror", "tokio", "tower", "tower_http", "tracing",
    "tracing_subscriber", "uuid",
  ]

  var text: String {
    let needed = crates.union(Self.skeleton.subtracting(unused)).subtracting(["sqlx"])
    var lines = needed.sorted().compactMap { RustCrate.named($0).map { line($0) } }
    if target.hasDatabase { lines.append(sqlx) }
    return """
      [package]
      name = "\(target.crate.package)"
      version = "\(VersionText.numbers(target.core.service.version))"
      description = \(TOMLText.string(target.core.service.title))
      edition = "2024"
      rust-version = "\(RustAxumAdapter.rustVersion)"
      publish = false

      [dependencies]
      \(lines.sorted().joined(separator: "\n"))

      [dev-dependencies]
      \(RustCrate.named("http_body_util")!.manifestLine)

      """
  }

  /// Crates of the skeleton that only some backends need.
  private var unused: Set<String> {
    Set(["chrono", "regex", "thiserror"]).subtracting(crates)
  }

  private func line(_ crate: RustCrate) -> String {
    guard crate.name == "uuid" else { return crate.manifestLine }
    var features = ["v4"]
    if crates.contains("uuid") { features.insert("serde", at: 0) }
    if target.core.functions.contains(where: { $0.body.makesIdentifiers }) { features.append("v7") }
    return crate.with(features: features).manifestLine
  }

  private var sqlx: String {
    let isSQLite = target.options.database == .sqlite
    var features = RustCrate.sqlx(isSQLite ? "sqlite" : "postgres").features
    if !isSQLite { features.append("tls-rustls-ring-native-roots") }
    if target.hasColumn({ $0 == .json || $0.isArray }) { features.append("json") }
    if target.hasColumn({ $0 == .uuid }) { features.append("uuid") }
    if !isSQLite, target.usesDecimals { features.append("rust_decimal") }
    return RustCrate.sqlx("").with(features: features.sorted()).manifestLine
  }
}

extension ColumnType {
  var isArray: Bool { if case .array = self { true } else { false } }
}

extension Block {
  /// Whether some statement asks for a new identifier.
  var makesIdentifiers: Bool {
    contains { statement in
      switch statement {
      case .effect(_, let effect): effect == .newUUID
      case .unwrap(_, _, let block), .each(_, _, let block), .transaction(let block): block.makesIdentifiers
      case .branch(_, let then, let otherwise): then.makesIdentifiers || otherwise.makesIdentifiers
      case .bind, .query, .fail, .return: false
      }
    }
  }
}
