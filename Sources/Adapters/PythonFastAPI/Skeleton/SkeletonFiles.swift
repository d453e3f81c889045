import SpecAdapters
import SpecIR
import SpecWriting

/// Writes the files that do not depend on the model, from templates: the package around what is derived.
struct SkeletonFiles {
  let target: PythonTarget
  /// What is derived, which decides what the skeleton needs.
  let derived: DerivedFiles

  /// Where the templates are, and within them those of the package and those for one database or for none.
  private static let root = "python-fastapi/"
  private static let package = "package/"
  private static let decode = "package/generated/api/decode/"
  private static let engines = ["sqlite/", "postgres/", "none/"]

  private var engine: String { target.hasDatabase ? (target.options.database == .sqlite ? "sqlite/" : "postgres/") : "none/" }

  /// Every template is a file of every backend, unless the backend has no use for it.
  func files(_ templates: TemplateSet) throws(TemplateError) -> [GeneratedFile] {
    let values = SkeletonValues(target, derived).values
    var files: [GeneratedFile] = []
    for template in templates.paths where template.hasPrefix(Self.root) {
      let name = String(template.dropFirst(Self.root.count))
      guard let local = local(name), isNeeded(local), let path = RelativePath(path(of: local)) else { continue }
      let text = try templates.render(template, values)
      files.append(GeneratedFile(path: path, text: local.hasSuffix(".py") ? PythonLayout.wrappingImports(text) : text))
    }
    return files + [root, tests, contract]
  }

  /// The template's name within the set that this backend takes; nothing for one of another database.
  private func local(_ name: String) -> String? {
    guard let folder = Self.engines.first(where: name.hasPrefix) else { return name }
    return folder == engine ? String(name.dropFirst(folder.count)) : nil
  }

  private func isNeeded(_ name: String) -> Bool {
    if let module = DatabaseModule(template: name) { return derived.databaseModules.contains(module) }
    if name.hasPrefix(Self.decode) { return derived.decodeModules.contains { name == "\(Self.decode)\($0).py" } }
    return switch name {
    case "tests/test_migrations.py": target.hasDatabase
    case "package/generated/db/refusals.py": derived.has("generated/db/constraints.py")
    case "package/extract/headers.py": derived.parts.contains("HeaderParams")
    case "package/extract/params.py": derived.readsParameters
    case "package/middleware/methods.py": derived.hasOverlaps
    default: target.hasDatabase || !name.hasPrefix("package/generated/db/")
    }
  }

  /// The path in the backend: a template whose name begins with a dot would be hidden from the build.
  private func path(of name: String) -> String {
    var components = name.split(separator: "/").map(String.init)
    if let last = components.last, last.hasPrefix("dot-") { components[components.count - 1] = "." + last.dropFirst(4) }
    if name.hasPrefix(Self.package) { components[0] = target.package.module }
    return components.joined(separator: "/")
  }

  // MARK: What is no template

  /// `__init__.py` of the package, whose first words are the contract's.
  private var root: GeneratedFile {
    let title = Docstring.line(target.core.service.title) ?? "A backend, generated from its contract."
    let rest = """
      A request passes `middleware`, is routed by `routes`, read by the dependencies of `extract`, handled by `handlers` (HTTP \
      only), and decided by `services`\(target.hasDatabase ? ", which ask `generated.db`" : "").
      """
    return file("\(target.package.module)/__init__.py", PythonFile(documentation: "\(title)\n\n\(rest)", []).printed().text)
  }

  private var tests: GeneratedFile { file("tests/__init__.py", "") }

  private var contract: GeneratedFile {
    let text = target.core.contract
    return file("\(target.package.module)/openapi.json", text.hasSuffix("\n") ? text : text + "\n")
  }

  private func file(_ path: String, _ text: String) -> GeneratedFile { GeneratedFile(path: RelativePath(path)!, text: text) }
}
