public import SpecAdapters
public import SpecDiagnostics
public import SpecIR
public import SpecWriting

/// Rust with axum, sqlx, tokio and tower-http: the reference of all stacks.
public struct RustAxumAdapter: Adapter {
  public static let id = AdapterID("rust-axum")

  public init() {}

  public func lower(_ core: CoreModel, options: TargetOptions, into diagnostics: inout Diagnostics) -> RustTarget {
    RustTarget(core, options: options, into: &diagnostics)
  }

  public func render(_ target: RustTarget, with templates: TemplateSet) throws(TemplateError) -> [GeneratedFile] {
    let derived = DerivedFiles(target)
    let skeleton = try SkeletonFiles(target: target, derived: derived).files(templates)
    return derived.sources + TestFiles(target).sources + target.migrations + skeleton
  }
}

/// Everything that is written from the target model, as syntax trees.
struct DerivedFiles {
  let sources: [GeneratedFile]
  /// The functions of `decode` that the backend needs.
  let leaves: Set<String>
  /// The crates that the files name.
  let crates: Set<String>
  /// The paths of the crate that the files name, from its root.
  private let ownPaths: Set<[String]>

  init(_ target: RustTarget) {
    let api = APIFiles(target)
    var files = api.files
    files.append(("src/generated/api/mod.rs", api.moduleFile()))
    if target.hasDatabase {
      if let rows = RowItems(target) { files.append(("src/generated/db/models.rs", rows.file)) }
      if let queries = QueryItems(target) { files.append(("src/generated/db/queries.rs", queries.file)) }
      if let constraints = ConstraintItems(target) { files.append(("src/generated/db/constraints.rs", constraints.file)) }
      if let mappings = MappingItems(target) { files.append(("src/generated/mapping.rs", mappings.file)) }
    }
    files += ServiceFiles(target: target).files()
    files += HandlerFiles(target: target).files()
    files.append(("src/routes.rs", RouteFile(target: target).file))
    let printed = files.map { (path: $0.path, printed: $0.file.printed()) }
    sources = printed.map { GeneratedFile(path: RelativePath($0.path)!, text: $0.printed.text) }
    let ownPaths: Set<[String]> = printed.reduce(into: []) { $0.formUnion($1.printed.ownPaths) }
    self.ownPaths = ownPaths
    // Types of what is only sent stand there too.
    let module = ["generated", "api", "decode"]
    leaves = api.decoders.leaves.union(ownPaths.filter { $0.dropLast() == module[...] }.compactMap(\.last))
    crates = Set(printed.flatMap(\.printed.crates)).union(Self.crates(of: leaves))
  }

  /// The extractors beside `json`.
  var extractors: [String] {
    ["headers", "path", "query"].filter { ownPaths.contains(["extract", $0.prefix(1).uppercased() + $0.dropFirst()]) }
  }

  /// The crates that decode modules name.
  private static func crates(of leaves: Set<String>) -> Set<String> {
    var crates: Set<String> = []
    for module in DecodeModule.modules(for: leaves) {
      switch module {
      case .base64: crates.insert("base64")
      case .dateTime, .time: crates.insert("chrono")
      case .decimal: crates.insert("rust_decimal")
      case .pattern: crates.insert("regex")
      case .uuid: crates.insert("uuid")
      default: continue
      }
    }
    return crates
  }

  private func has(_ path: String) -> Bool { sources.contains { $0.path.description == path } }

  var hasServices: Bool { has("src/services/mod.rs") }
  var hasConstraints: Bool { has("src/generated/db/constraints.rs") }
  var hasMappings: Bool { has("src/generated/mapping.rs") }

  /// Whether some file calls this one of the helpers between the database and the contract.
  func converts(_ helper: String) -> Bool { ownPaths.contains(Self.values + [helper]) }

  /// Whether some file calls the helpers between the database and the contract.
  var usesValues: Bool { ownPaths.contains { $0.starts(with: Self.values) } }

  private static let values = ["generated", "db", "values"]
}
