import SpecAdapters
import SpecIR
import SpecWriting

/// Writes the files that do not depend on the model, from templates: the crate around what is derived.
struct SkeletonFiles {
  let target: RustTarget
  /// What is derived, which decides what the skeleton needs.
  let derived: DerivedFiles

  private var hasDatabase: Bool { target.hasDatabase }
  private var engine: String { hasDatabase ? (target.options.database == .sqlite ? "sqlite" : "postgres") : "none" }

  /// Files that every backend has, by their path in the crate.
  private static let constant = [
    ".dockerignore", ".gitignore", "Dockerfile", "README.md", "src/app.rs", "src/config.rs", "src/errors.rs",
    "src/extract/json.rs", "src/handlers/health.rs", "src/handlers/openapi.rs", "src/lib.rs", "src/main.rs",
    "src/middleware/cors.rs", "src/middleware/mod.rs", "src/middleware/request_id.rs",
    "src/middleware/timeout.rs", "src/middleware/trace.rs", "src/probe.rs", "src/resilience.rs", "src/state.rs",
    "src/telemetry.rs", "tests/common/mod.rs", "tests/http_test.rs",
  ]

  func files(_ templates: TemplateSet) throws(TemplateError) -> [GeneratedFile] {
    let values = SkeletonValues(target, derived).values
    var files: [GeneratedFile] = []
    for path in Self.constant { files.append(try file(path, from: path, templates, values)) }
    if !target.core.envelopes.isEmpty {
      let path = "src/middleware/contract.rs"
      files.append(try file(path, from: path, templates, values))
    }
    for path in derived.extractors.map({ "src/extract/\($0).rs" }) {
      files.append(try file(path, from: path, templates, values))
    }
    for path in ["compose.yaml", ".env.example"] { files.append(try file(path, from: "\(engine)/\(path)", templates, values)) }
    if hasDatabase {
      for path in ["src/generated/db/mod.rs", "tests/common/database.rs"] {
        files.append(try file(path, from: "\(engine)/\(path)", templates, values))
      }
      if derived.usesValues {
        let path = "src/generated/db/values.rs"
        files.append(try file(path, from: path, templates, values))
      }
    }
    return files + (try decoders(templates)) + [manifest, contract] + derivedModules
  }

  private func file(
    _ path: String, from template: String, _ templates: TemplateSet, _ values: [String: TemplateValue]
  ) throws(TemplateError) -> GeneratedFile {
    GeneratedFile(path: RelativePath(path)!, text: try templates.render(Self.template(template), values))
  }

  /// Returns a template's path: a file whose name begins with a dot would be hidden from the build.
  private static func template(_ path: String) -> String {
    var components = path.split(separator: "/").map(String.init)
    if let name = components.last, name.hasPrefix(".") { components[components.count - 1] = "dot-" + name.dropFirst() }
    return "rust-axum/" + components.joined(separator: "/")
  }

  // MARK: Decoders

  private func decoders(_ templates: TemplateSet) throws(TemplateError) -> [GeneratedFile] {
    let folder = "src/generated/api/decode"
    var files: [GeneratedFile] = []
    let modules = DecodeModule.modules(for: derived.leaves)
    for module in modules {
      let path = "\(folder)/\(module.rawValue).rs"
      files.append(try file(path, from: path, templates, [:]))
    }
    let rest = try templates.render(Self.template("\(folder).rest.rs"))
    let uses = "use serde_json::Value;\n\nuse crate::errors::{Place, Violation};\n\n"
    let root = DecodeModule.root(modules, rest: uses + (rest.hasSuffix("\n") ? String(rest.dropLast()) : rest))
    files.append(GeneratedFile(path: RelativePath("\(folder).rs")!, text: root.printed().text))
    return files
  }

  // MARK: Lists

  private var manifest: GeneratedFile {
    GeneratedFile(path: RelativePath("Cargo.toml")!, text: CargoManifest(target, crates: derived.crates).text)
  }

  private var contract: GeneratedFile { GeneratedFile(path: RelativePath("openapi.json")!, text: target.core.contract + "\n") }

  /// The module lists that depend on what else there is.
  private var derivedModules: [GeneratedFile] {
    let extractors = (["json"] + derived.extractors).sorted()
    let extract = RustFile(
      documentation: "The parts of a request, read and checked in one pass; whatever is wrong becomes an `ApiError`.",
      extractors.map { .module(RustModule($0)) }
        + extractors.map { .use(RustUse([$0], [.name($0.prefix(1).uppercased() + $0.dropFirst())]), .public) })
    let generated = RustFile(
      documentation: "Derived from the contract and the migrations; written anew with each generation.",
      [.module(RustModule("api", .public))] + (hasDatabase ? [.module(RustModule("db", .public))] : [])
        + (derived.hasMappings ? [.module(RustModule("mapping"))] : []))
    return [
      GeneratedFile(path: RelativePath("src/extract.rs")!, text: extract.printed().text),
      GeneratedFile(path: RelativePath("src/generated/mod.rs")!, text: generated.printed().text),
    ]
  }
}
