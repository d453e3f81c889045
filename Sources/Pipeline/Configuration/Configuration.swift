package import SpecIR
package import SpecSource
package import SpecWriting

/// What `specforge.yaml` says, checked: paths lie inside the project and adapters exist.
package struct Configuration: Sendable {
  /// The project's name; packages are named after it where a target does not say otherwise.
  package var project: String
  package var inputs: Inputs
  /// In the order of the file.
  package var targets: [TargetConfiguration]
  /// The root of the monorepo, where one is asked for.
  package var workspace: WorkspaceConfiguration?
  /// The branch that reviews are merged with; nothing for the one that is checked out.
  package var base: String?
  /// A folder with templates that take the place of the built-in ones.
  package var templates: RelativePath?

  /// The files from which everything is generated, relative to the project's root.
  package struct Inputs: Sendable, Hashable {
    package var openAPI: ConfiguredPath?
    package var migrations: ConfiguredPath?

    package init(openAPI: ConfiguredPath? = nil, migrations: ConfiguredPath? = nil) {
      self.openAPI = openAPI
      self.migrations = migrations
    }
  }

  package init(
    project: String, inputs: Inputs, targets: [TargetConfiguration], workspace: WorkspaceConfiguration? = nil,
    base: String? = nil, templates: RelativePath? = nil
  ) {
    self.project = project
    self.inputs = inputs
    self.targets = targets
    self.workspace = workspace
    self.base = base
    self.templates = templates
  }
}

/// A path with the place where it was written, so that a missing file is reported there.
package struct ConfiguredPath: Sendable, Hashable {
  package var path: String
  package var range: SourceRange?

  package init(_ path: String, at range: SourceRange? = nil) {
    self.path = path
    self.range = range
  }
}

/// One backend to generate.
package struct TargetConfiguration: Sendable, Hashable {
  /// Also the last component of its branches, such as `api-rust`.
  package var name: String
  package var adapter: AdapterChoice
  /// The folder of the monorepo that it fills; nothing for the root.
  package var path: RelativePath?
  package var database: SQLDialect
  /// The name of the crate, package or module.
  package var package: String

  package init(name: String, adapter: AdapterChoice, path: RelativePath?, database: SQLDialect, package: String) {
    self.name = name
    self.adapter = adapter
    self.path = path
    self.database = database
    self.package = package
  }

  /// All that is said of it, on one line.
  package var summary: String {
    "\(name): \(adapter), \(database.rawValue), in \(path?.description ?? "."), package \(package)"
  }
}

/// The root of a monorepo, generated as a target of its own: what builds, checks and runs all backends.
package struct WorkspaceConfiguration: Sendable, Hashable {
  /// Also the last component of its branches.
  package var name = "workspace"
  /// The port of this machine at which the first backend is reached; the others follow.
  package var port = 3001

  package init() {}
}
