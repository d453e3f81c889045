public import SpecAdapters
public import SpecDiagnostics
public import SpecIR
public import SpecWriting

/// Python with FastAPI, Pydantic and SQLAlchemy.
public struct PythonFastAPIAdapter: Adapter {
  public static let id = AdapterID("python-fastapi")

  public init() {}

  public func lower(_ core: CoreModel, options: TargetOptions, into diagnostics: inout Diagnostics) -> PythonTarget {
    PythonTarget(core, options: options, into: &diagnostics)
  }

  public func render(_ target: PythonTarget, with templates: TemplateSet) throws(TemplateError) -> [GeneratedFile] {
    let derived = DerivedFiles(target)
    let skeleton = try SkeletonFiles(target: target, derived: derived).files(templates)
    let paths = Set(derived.sources.map(\.path))
    return derived.sources + target.migrations + skeleton.filter { !paths.contains($0.path) }
  }
}

/// Everything that is written from the target model, as syntax trees.
struct DerivedFiles {
  let sources: [GeneratedFile]
  /// The distributions that the files import.
  let distributions: Set<String>
  /// The parts of requests that handlers take, by the name of what reads them.
  let parts: Set<String>
  /// Whether some path is also one of a route with parameters.
  let hasOverlaps: Bool
  /// The constant modules of `generated/db` that not every database needs.
  let databaseModules: [DatabaseModule]
  /// The constant modules of `generated/api/decode` that the contract needs.
  let decodeModules: [String]
  /// Whether FastAPI derives some operations from the code and not all.
  let hasUndescribed: Bool
  /// Whether names of the contract make lines of models longer than the formatter's.
  let hasLongLines: Bool
  /// Whether some test expects a list of what is wrong with a request.
  let expectsViolations: Bool
  private let module: String

  init(_ target: PythonTarget) {
    module = target.package.module
    let routes = RouteFile(target)
    hasOverlaps = routes.table.hasOverlaps
    let handlers = HandlerFiles(target).files()
    let api = APIFiles(target)
    decodeModules = api.decodeModules
    let database = DatabaseFiles(target)
    databaseModules = database.modules
    let undescribed = Description(target).file.map { [(path: "tests/undescribed.py", file: $0)] } ?? []
    hasUndescribed = !undescribed.isEmpty
    let files =
      handlers + [(path: "\(module)/routes.py", file: routes.file)] + api.files() + database.files() + ServiceFiles(target).files()
      + TestFiles(target).files() + undescribed
    let printed = files.map { (path: $0.path, printed: $0.file.printed()) }
    sources = printed.map { GeneratedFile(path: RelativePath($0.path)!, text: $0.printed.text) }
    let models = "\(target.package.module)/generated/api/"
    hasLongLines = printed.contains { $0.path.hasPrefix(models) && $0.printed.text.hasLine(beyond: PythonPrinter.width) }
    distributions = Set(printed.flatMap(\.printed.distributions))
    let own = printed.reduce(into: Set<PythonSymbol>()) { $0.formUnion($1.printed.own) }
    expectsViolations = own.contains(.answers("expect_violations"))
    parts = Set(["HeaderParams", "PathParams", "QueryParams"].filter { own.contains(.own(target.module("extract"), $0)) })
  }

  var readsParameters: Bool { !parts.isDisjoint(with: ["PathParams", "QueryParams"]) }

  /// Whether there is a file of this path in the package.
  func has(_ path: String) -> Bool { sources.contains { $0.path.description == "\(module)/\(path)" } }
}

extension String {
  /// Whether a line takes more columns.
  fileprivate func hasLine(beyond columns: Int) -> Bool {
    split(separator: "\n").contains { $0.utf8.count > columns && $0.unicodeScalars.count > columns }
  }
}
