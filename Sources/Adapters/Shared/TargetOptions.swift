public import SpecIR

/// What the project's configuration says of one target.
public struct TargetOptions: Hashable, Sendable {
  /// The target's name in the configuration, such as `api-rust`.
  public var target: String
  /// The name of the package or crate, before the stack's own rules for names.
  public var package: String
  /// The database on which the backend runs.
  public var database: SQLDialect

  public init(target: String, package: String, database: SQLDialect) {
    self.target = target
    self.package = package
    self.database = database
  }
}
