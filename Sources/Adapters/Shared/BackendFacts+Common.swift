public import SpecIR

/// What holds for every backend of ours, since all of them are configured alike (see `.env.example` of each).
extension BackendFacts {
  public static let commonEnvironment = [
    Setting("LOG_LEVEL", "info"), Setting("REQUEST_TIMEOUT_MS", "30000"), Setting("BODY_LIMIT_BYTES", "1048576"),
    Setting("CORS_ALLOWED_ORIGINS", ""),
  ]

  /// On what a backend keeps its data.
  public static func database(of core: CoreModel, on engine: SQLDialect) -> BackendDatabase {
    guard core.keepsData else { return .none }
    return switch engine {
    case .sqlite: .file(variable: "DATABASE_URL", url: "sqlite:///data/app.db", folder: "/data")
    case .postgres: .postgres(variable: "DATABASE_URL", testVariable: "TEST_DATABASE_URL")
    }
  }
}
