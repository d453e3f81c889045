package import SpecAdapters
package import SpecDiagnostics
package import SpecWriting

/// The root of a monorepo: its backends, as their adapters tell of them.
///
/// Knows targets and facts, and no stack. A pure function of its arguments, like an adapter.
package struct Workspace: Sendable {
  /// The project's name, a plain word.
  package let project: String
  /// The port of this machine at which the first backend is reached; the others follow in their order.
  package let firstPort: Int
  /// The branch that continuous integration builds besides pull requests.
  package let base: String?
  package let backends: [WorkspaceBackend]

  package init(project: String, firstPort: Int, base: String?, backends: [WorkspaceBackend]) {
    self.project = project
    self.firstPort = firstPort
    self.base = base
    self.backends = backends
  }

  /// Names below the root that a workspace writes to: no target may have its folder there.
  package static let names = [".github", "BACKENDS.md", "Makefile", "compose.yaml"]

  /// The templates of the files below, where a project puts its own ones.
  package static let templates = AdapterID("workspace")

  /// Writes the files of the root. Backends of which nothing is told, or whose folders cannot be named, are left out and noted.
  package func files(
    with templates: TemplateSet, into diagnostics: inout Diagnostics
  ) throws(TemplateError) -> [GeneratedFile] {
    let told = told(into: &diagnostics)
    let values = WorkspaceValues(self, told: told).values
    var wanted = [(path: "BACKENDS.md", template: "BACKENDS.md"), ("Makefile", "Makefile")]
    // Neither format has a form for nothing at all.
    if !told.isEmpty { wanted.append((".github/workflows/backends.yml", "workflow.yml")) }
    if told.contains(where: { $0.facts.container != nil }) { wanted.append(("compose.yaml", "compose.yaml")) }
    var files: [GeneratedFile] = []
    for (path, template) in wanted {
      var text = try templates.render("\(Self.templates)/\(template)", values)
      while text.hasSuffix("\n\n") { text.removeLast() }
      files.append(GeneratedFile(path: RelativePath(path)!, text: text))
    }
    return files.sorted { $0.path < $1.path }
  }

  private func told(into diagnostics: inout Diagnostics) -> [ToldBackend] {
    backends.enumerated().compactMap { index, backend in
      guard let facts = backend.facts else {
        diagnostics.report(
          .workspaceLeftOut,
          "the workspace leaves `\(backend.name)` out: its adapter `\(backend.adapter)` does not tell how it is run",
          at: nil, hint: "BACKENDS.md lists it; build and run it by its own README.")
        return nil
      }
      guard PlainPath.isPlain(backend.path) else {
        diagnostics.report(
          .workspaceLeftOut, "the workspace leaves `\(backend.name)` out: `\(backend.path)` cannot stand in a Makefile", at: nil,
          hint: "Use letters, digits, `-`, `_` and `.` in its `path`.")
        return nil
      }
      return ToldBackend(name: backend.name, path: backend.path, facts: facts, hostPort: firstPort + index)
    }
  }
}

/// One target of the project, as the workspace sees it.
package struct WorkspaceBackend: Sendable {
  /// Letters, digits, `-` and `_`.
  package let name: String
  /// Its folder below the root.
  package let path: RelativePath
  package let adapter: AdapterID
  /// Nothing where the adapter does not tell.
  package let facts: BackendFacts?

  package init(name: String, path: RelativePath, adapter: AdapterID, facts: BackendFacts?) {
    self.name = name
    self.path = path
    self.adapter = adapter
    self.facts = facts
  }
}

/// A backend that the root can build and run.
struct ToldBackend {
  let name: String
  let path: RelativePath
  let facts: BackendFacts
  let hostPort: Int
}

/// Paths that mean nothing but themselves to make, to a shell, to YAML and to Markdown.
enum PlainPath {
  static func isPlain(_ path: RelativePath) -> Bool {
    path.components.allSatisfy { name in
      !name.hasPrefix("-")
        && name.utf8.allSatisfy { byte in
          (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || "-_.".utf8.contains(byte)
        }
    }
  }
}
