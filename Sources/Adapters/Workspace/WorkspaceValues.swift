import SpecAdapters
import SpecWriting

/// What the templates of the root may insert. Names and paths are plain words; everything else comes from adapters.
struct WorkspaceValues {
  private let workspace: Workspace
  private let told: [ToldBackend]
  private let portVariables: [String]
  /// The service that all backends on PostgreSQL share.
  private let server: String

  init(_ workspace: Workspace, told: [ToldBackend]) {
    self.workspace = workspace
    self.told = told
    portVariables = Self.unique(told.map { Self.variable($0.name) + "_PORT" })
    var server = "postgres"
    while told.contains(where: { $0.name.lowercased() == server }) { server += "-server" }
    self.server = server
  }

  var values: [String: TemplateValue] {
    let contained = zip(told, portVariables).filter { $0.0.facts.container != nil }
    let usesPostgres = contained.contains { $0.0.usesPostgres }
    let folders = contained.compactMap { $0.0.keepsFile ? $0.0.name : nil } + (usesPostgres ? [server] : [])
    let widest = told.map(\.name.utf8.count).max() ?? 0
    let testVariables = told.compactMap(\.testVariable)
    return [
      "project": .text(workspace.project), "composeProject": .text(workspace.project.lowercased()),
      "branches": .text(branches), "branchWords": .text(branchWords), "server": .text(server), "postgres": .flag(usesPostgres),
      "width": .text("\(max(widest + "build-".utf8.count, 8) + 1)"), "hasBackends": .flag(!told.isEmpty),
      "example": .text(told.first?.name ?? ""),
      "hasContainers": .flag(!contained.isEmpty), "testsPostgres": .flag(!testVariables.isEmpty),
      "testVariable": .text(testVariables.first ?? ""),
      "backends": .list(zip(told, portVariables).map { values($0, portVariable: $1) }),
      "containers": .list(contained.map { values($0, portVariable: $1) }),
      "volumes": .list(folders.map { ["volume": .text("\($0)-data")] }),
      "hasVolumes": .flag(!folders.isEmpty),
      "untold": .list(
        workspace.backends.filter { backend in !told.contains { $0.name == backend.name } }.map { backend in
          ["name": .text(backend.name), "path": .text(MarkdownLine.inert(backend.path.description))]
        }),
      "hasUntold": .flag(told.count < workspace.backends.count),
    ]
  }

  /// The base where one is configured, by its name on the forge; else what most projects call theirs.
  private var branches: String { base.map { Self.quoted($0) } ?? "main, master" }

  private var branchWords: String { base.map { MarkdownLine.inert($0) } ?? "main or master" }

  private var base: String? { workspace.base.map { $0.hasPrefix("origin/") ? String($0.dropFirst(7)) : $0 } }

  private func values(_ backend: ToldBackend, portVariable: String) -> [String: TemplateValue] {
    let facts = backend.facts
    var values: [String: TemplateValue] = [
      "name": .text(backend.name), "path": .text(backend.path.description), "stack": .text(facts.stack),
      "readyPath": .text(facts.readyPath), "hostPort": .text("\(backend.hostPort)"), "portVariable": .text(portVariable),
      "port": .text(facts.portVariable), "build": .list(commands(facts.commands.build)),
      "lint": .list(commands(facts.commands.lint)),
      "test": .list(commands(facts.commands.test)), "run": .text(Self.make(facts.commands.run)),
      "builds": .flag(!facts.commands.build.isEmpty), "databaseName": .text(backend.databaseName),
      "prepares": false, "needs": "", "prepared": "", "sources": "", "preparation": [],
      "environment": .list(facts.environment.map { ["name": .text($0.name), "value": .text($0.value)] }),
      "setup": .list(facts.setup.map(Self.step)),
    ]
    if let preparation = facts.commands.preparation {
      // A file that comes last: a folder would be there although what fills it failed.
      let prepared = "\(backend.path)/\(preparation.folder)/.prepared"
      values["prepares"] = true
      values["prepared"] = .text(prepared)
      values["needs"] = .text(" \(prepared)")
      values["sources"] = .text(preparation.sources.map { "\(backend.path)/\($0)" }.joined(separator: " "))
      values["preparation"] = .list(commands(preparation.commands))
    }
    return values.merging(database(of: backend)) { $1 }.merging(container(of: backend)) { $1 }
      .merging(cache(of: backend)) { $1 }
  }

  private func commands(_ lines: [String]) -> [[String: TemplateValue]] { lines.map { ["command": .text(Self.make($0))] } }

  private func database(of backend: ToldBackend) -> [String: TemplateValue] {
    let none: [String: TemplateValue] = [
      "usesPostgres": false, "keepsFile": false, "variable": "", "testVariable": "", "url": "", "folder": "",
    ]
    switch backend.facts.database {
    case .none: return none
    case .file(let variable, let url, let folder):
      let own: [String: TemplateValue] = [
        "keepsFile": true, "variable": .text(variable), "url": .text(url), "folder": .text(folder),
      ]
      return none.merging(own) { $1 }
    case .postgres(let variable, let testVariable):
      let own: [String: TemplateValue] = [
        "usesPostgres": true, "variable": .text(variable), "testVariable": .text(testVariable),
      ]
      return none.merging(own) { $1 }
    }
  }

  private func container(of backend: ToldBackend) -> [String: TemplateValue] {
    guard let container = backend.facts.container else { return ["probe": "", "containerPort": "", "stopSeconds": ""] }
    return [
      "probe": .text((["CMD"] + container.probe).map(Self.composed).joined(separator: ", ")),
      "containerPort": .text("\(container.port)"), "stopSeconds": .text("\(container.stopSeconds)"),
    ]
  }

  private func cache(of backend: ToldBackend) -> [String: TemplateValue] {
    guard let cache = backend.facts.cache else { return ["caches": false, "cached": [], "cacheKeys": ""] }
    let folders = cache.homeFolders + cache.folders.map { "\(backend.path)/\($0)" }
    return [
      "caches": true, "cached": .list(folders.map { ["cachedFolder": .text($0)] }),
      "cacheKeys": .text(cache.keys.map { "'\(backend.path)/\($0)'" }.joined(separator: ", ")),
    ]
  }
}

// MARK: Texts

extension WorkspaceValues {
  private static func step(_ step: SetupStep) -> [String: TemplateValue] {
    switch step {
    case .action(let name, let uses, let inputs):
      [
        "stepName": .text(name), "isAction": true, "uses": .text(uses), "lines": [],
        "inputs": .list(inputs.map { ["input": .text($0.name), "inputValue": .text(quoted($0.value))] }),
      ]
    case .commands(let name, let lines):
      [
        "stepName": .text(name), "isAction": false, "uses": "", "inputs": [], "lines": .list(lines.map { ["line": .text($0)] }),
      ]
    }
  }

  /// A command in a recipe: make reads `$` for itself.
  private static func make(_ command: String) -> String { command.replacing("$", with: "$$") }

  /// A string in a compose file, which reads `$` for itself.
  private static func composed(_ text: String) -> String { quoted(text).replacing("$", with: "$$") }

  /// A JSON string is one in YAML, too.
  private static func quoted(_ text: String) -> String {
    var quoted = ""
    JSONWriter.quote(text, into: &quoted)
    return quoted
  }

  /// A target's name as variables of the environment are written.
  private static func variable(_ name: String) -> String { name.uppercased().replacing("-", with: "_") }

  /// `a-b` and `a_b` are two targets, but one variable.
  private static func unique(_ names: [String]) -> [String] {
    var taken: Set<String> = []
    return names.map { name in
      var unique = name
      var number = 2
      while !taken.insert(unique).inserted {
        unique = "\(name)_\(number)"
        number += 1
      }
      return unique
    }
  }
}

extension ToldBackend {
  var usesPostgres: Bool { if case .postgres = facts.database { true } else { false } }
  var keepsFile: Bool { if case .file = facts.database { true } else { false } }

  var testVariable: String? {
    switch facts.database {
    case .none, .file: nil
    case .postgres(_, let testVariable): testVariable
    }
  }

  var databaseName: String {
    switch facts.database {
    case .none: "nothing"
    case .file: "a file of its own"
    case .postgres: "PostgreSQL"
    }
  }
}
