public import SpecAdapters
public import SpecDiagnostics
public import SpecIR
public import SpecWriting

/// Rust with axum, sqlx, tokio and tower-http: the reference of all stacks.
public struct RustAxumAdapter: Adapter {
  public static let id = AdapterID("rust-axum")

  public init() {}

  public func lower(_ core: CoreModel, options: TargetOptions, into diagnostics: inout Diagnostics) -> RustTarget {
    RustTarget(core, options: options)
  }

  public func render(_ target: RustTarget, with templates: TemplateSet) throws(TemplateError) -> [GeneratedFile] {
    DerivedFiles(target).files.map { $0.generated }
  }
}

/// Everything that is written from the target model, as syntax trees.
struct DerivedFiles {
  let files: [RustSource]
  /// The functions of `decode` that the backend needs.
  let leaves: Set<String>

  struct RustSource {
    let path: String
    let file: RustFile

    var generated: GeneratedFile { GeneratedFile(path: RelativePath(path)!, text: file.printed().text) }
  }

  init(_ target: RustTarget) {
    let api = APIFiles(target)
    var files = api.files()
    files.append(("src/generated/api/mod.rs", api.moduleFile(hasDecoders: !api.decoders.leaves.isEmpty)))
    if let rows = RowItems(target) { files.append(("src/generated/db/models.rs", rows.file)) }
    if let queries = QueryItems(target) { files.append(("src/generated/db/queries.rs", queries.file)) }
    if let constraints = ConstraintItems(target) { files.append(("src/generated/db/constraints.rs", constraints.file)) }
    if let mappings = MappingItems(target) { files.append(("src/generated/mapping.rs", mappings.file)) }
    files += ServiceFiles(target: target).files()
    files += HandlerFiles(target: target).files()
    files.append(("src/routes.rs", RouteFile(target: target).file))
    self.files = files.map { RustSource(path: $0.path, file: $0.file) }
    leaves = api.decoders.leaves
  }
}
