package import SpecAdapters
package import SpecDiagnostics
import SpecDocuments
import SpecIR
package import SpecSource
import SpecWriting

/// Reads `specforge.yaml`; every mistake is a finding at its place, all of them in one run.
package struct ConfigurationReader {
  private let adapters: [AdapterID]
  var diagnostics = Diagnostics()

  /// Returns the configuration, or nothing where it has errors.
  package static func read(
    _ source: SourceID, sources: SourceMap, adapters: [AdapterID], into diagnostics: inout Diagnostics
  ) -> Configuration? {
    guard let document = DocumentReader.read(source, in: sources, into: &diagnostics) else { return nil }
    var reader = Self(adapters: adapters)
    let configuration = reader.configuration(document.root)
    diagnostics.append(contentsOf: reader.diagnostics)
    return reader.diagnostics.hasErrors ? nil : configuration
  }

  private init(adapters: [AdapterID]) { self.adapters = adapters }

  private mutating func configuration(_ root: Node) -> Configuration? {
    guard root.kind == .mapping else {
      diagnostics.report(
        .configInvalid, "the configuration is no mapping", at: root.range, hint: "Start from what `specforge init` writes.")
      return nil
    }
    known(["project", "inputs", "targets", "workspace", "base", "templates"], in: root)
    let project = required("project", of: root).flatMap { name($0) } ?? ""
    let inputs = required("inputs", of: root).map { self.inputs($0) } ?? Configuration.Inputs()
    let targets = required("targets", of: root).map { self.targets($0, project: project) } ?? []
    let workspace = root.entry("workspace").map { self.workspace($0.value, at: $0.key.range, beside: targets) }
    return Configuration(
      project: project, inputs: inputs, targets: targets, workspace: workspace, base: root["base"].flatMap { text($0) },
      templates: root["templates"].flatMap { path($0) })
  }

  private mutating func inputs(_ node: Node) -> Configuration.Inputs {
    known(["openapi", "migrations", "typescript"], in: node)
    if let typescript = node.entry("typescript") {
      diagnostics.report(
        .configUnsupported, "TypeScript inputs are not read yet", at: typescript.key.range,
        hint: "Remove this line; OpenAPI documents and SQL migrations are read.")
    }
    let inputs = Configuration.Inputs(
      openAPI: node["openapi"].flatMap { document($0) }, migrations: node["migrations"].flatMap { folder($0) })
    if inputs.openAPI == nil, node["openapi"] == nil {
      diagnostics.report(
        .configInvalid, "`inputs` names no OpenAPI document", at: node.range, hint: "Add `openapi: path/to/openapi.yaml`.")
    }
    return inputs
  }

  private mutating func targets(_ node: Node, project: String) -> [TargetConfiguration] {
    guard node.kind == .mapping else {
      diagnostics.report(
        .configInvalid, "`targets` is no mapping", at: node.range, hint: Self.targetHint)
      return []
    }
    var targets: [TargetConfiguration] = []
    var folders: [(path: RelativePath?, name: String, range: SourceRange)] = []
    var names: [String: SourceRange] = [:]
    if node.entries.isEmpty {
      diagnostics.report(.configInvalid, "`targets` names no target", at: node.range, hint: Self.targetHint)
    }
    for (key, value) in node.entries {
      guard let target = target(key, value, project: project) else { continue }
      if let other = folders.first(where: { Self.overlap($0.path, target.path) }) {
        diagnostics.report(
          .configInvalid, "the targets `\(other.name)` and `\(target.name)` write into the same folder", at: value.range,
          hint: "Give each target a `path` of its own.", related: [.init("the other target", at: other.range)])
      }
      if let other = names[target.name.lowercased()] {
        diagnostics.report(
          .configInvalid, "`\(target.name)` is the name of another target where case does not count", at: key.range,
          hint: "Branches and lock files are called after targets, and some file systems ignore case.",
          related: [.init("the other target", at: other)])
      }
      names[target.name.lowercased()] = key.range
      folders.append((target.path, target.name, value.range))
      targets.append(target)
    }
    return targets
  }

  private static let targetHint = "Write `name: { adapter: rust-axum, path: backends/rust }`."

  private mutating func target(_ key: Node, _ node: Node, project: String) -> TargetConfiguration? {
    known(["adapter", "path", "database", "package"], in: node)
    let name = name(key)
    let adapter = required("adapter", of: node).flatMap { self.adapter($0) }
    let path = node["path"].flatMap { isRoot($0) ? nil : self.path($0) }
    let database = node["database"].map { self.database($0) } ?? .sqlite
    let package = node["package"].flatMap { self.name($0) } ?? project
    guard let name, let adapter else { return nil }
    return TargetConfiguration(name: name, adapter: adapter, path: path, database: database, package: package)
  }

  private mutating func adapter(_ node: Node) -> AdapterChoice? {
    guard node.kind != .mapping else { return program(node).map { .program($0) } }
    guard let text = text(node) else { return nil }
    guard !text.contains("/") else {
      return programName(node).map { .program(AdapterProgram(command: [$0], at: node.range)) }
    }
    let id = AdapterID(text)
    guard adapters.contains(id) else {
      diagnostics.report(
        .configInvalid, "there is no adapter `\(text)`", at: node.range,
        hint: "Adapters: \(adapters.map(\.description).joined(separator: ", ")); a program of your own is named by its path, "
          + "such as `./adapters/\(text)`.")
      return nil
    }
    return .builtIn(id)
  }

  private mutating func database(_ node: Node) -> SQLDialect {
    switch node.text {
    case "sqlite": return .sqlite
    case "postgres", "postgresql": return .postgres
    default:
      diagnostics.report(
        .configInvalid, "`database` is `\(node.text ?? "no text")`", at: node.range, hint: "Write `sqlite` or `postgres`.")
      return .sqlite
    }
  }

  /// A word of letters, digits, `-` and `_` that starts with a letter: it becomes part of a branch's and a package's name.
  mutating func name(_ node: Node) -> String? {
    guard let text = text(node) else { return nil }
    let isWord = text.utf8.allSatisfy { Self.isLetter($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x5F }
    guard isWord, let first = text.utf8.first, Self.isLetter(first), text.utf8.count <= 64 else {
      diagnostics.report(
        .configInvalid, "`\(text)` is no name", at: node.range,
        hint: "Use at most 64 ASCII letters, digits, `-` and `_`, a letter first.")
      return nil
    }
    return text
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private mutating func path(_ node: Node) -> RelativePath? {
    guard let text = text(node) else { return nil }
    guard let path = RelativePath(Self.plain(text)) else {
      diagnostics.report(
        .configInvalid, "`\(text)` is no path below the project's root", at: node.range,
        hint: "Write folders separated by `/`, without `..`.")
      return nil
    }
    return path
  }

  /// A path without what says nothing: `./` before it, and one `/` after it.
  static func plain(_ text: String) -> String {
    var text = text[...]
    while text.hasPrefix("./") { text = text.dropFirst(2) }
    return String(text.hasSuffix("/") ? text.dropLast() : text)
  }

  /// Whether a folder is named that is the project's root itself.
  private func isRoot(_ node: Node) -> Bool { node.text.map { $0 == "./" || Self.plain($0) == "." } ?? false }

  private mutating func document(_ node: Node) -> ConfiguredPath? {
    path(node).map { ConfiguredPath($0.description, at: node.range) }
  }

  private mutating func folder(_ node: Node) -> ConfiguredPath? {
    isRoot(node) ? ConfiguredPath(".", at: node.range) : document(node)
  }

  mutating func text(_ node: Node) -> String? {
    guard let text = node.text, !text.isEmpty, !node.isNull else {
      diagnostics.report(.configInvalid, "a text is expected here", at: node.range)
      return nil
    }
    return text
  }

  mutating func required(_ key: String, of node: Node) -> Node? {
    guard let value = node[key] else {
      diagnostics.report(
        .configInvalid, "`\(key)` is missing", at: node.range, hint: "See `specforge init` for a complete file.")
      return nil
    }
    return value
  }

  mutating func known(_ keys: [String], in node: Node) {
    for (key, _) in node.entries where !keys.contains(key.text ?? "") {
      diagnostics.report(
        .configInvalid, "`\(key.text ?? "")` is not known here", at: key.range,
        hint: "Known: \(keys.joined(separator: ", ")).")
    }
  }

  /// Whether one folder is or holds the other, also where case does not count.
  private static func overlap(_ one: RelativePath?, _ other: RelativePath?) -> Bool {
    func names(_ path: RelativePath?) -> [String]? { path?.components.map { $0.lowercased() } }
    guard let one = names(one), let other = names(other) else { return true }
    return one.starts(with: other) || other.starts(with: one)
  }
}
