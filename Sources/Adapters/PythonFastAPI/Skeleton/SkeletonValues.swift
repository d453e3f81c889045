import SpecAdapters
import SpecIR
import SpecWriting

/// What the templates may insert. Text of an input is made harmless here for the language it lands in.
struct SkeletonValues {
  let target: PythonTarget
  let derived: DerivedFiles

  init(_ target: PythonTarget, _ derived: DerivedFiles) {
    self.target = target
    self.derived = derived
  }

  var values: [String: TemplateValue] {
    let isSQLite = target.options.database == .sqlite
    let service = target.core.service
    return [
      "module": .text(target.package.module), "distribution": .text(target.package.distribution),
      "title": .text(Self.literal(service.title)), "version": .text(Self.literal(service.version)),
      "heading": .text(MarkdownLine.inert(service.title)), "description": .text(description),
      "summary": .text(TOMLText.string(service.title)), "release": .text(VersionText.numbers(service.version)),
      "dependencies": .list(
        PythonManifest(target, distributions: derived.distributions).dependencies.map { ["requirement": .text($0)] }),
      "run": .text(run), "database": .flag(target.hasDatabase), "sqlite": .flag(target.hasDatabase && isSQLite),
      "postgres": .flag(target.hasDatabase && !isSQLite), "engine": .text(isSQLite ? "SQLite" : "PostgreSQL"),
      "services": .flag(derived.has("services/__init__.py")),
      "unbound": .flag(target.core.operations.contains { if case .unbound = $0.implementation { true } else { false } }),
      "pointers": .flag(target.pointsAtFailures), "overlaps": .flag(derived.hasOverlaps),
      "renamed": .flag(target.core.operations.indices.contains { renames(OperationID($0)) }),
      "headers": .flag(derived.parts.contains("HeaderParams")), "params": .flag(derived.readsParameters),
      "parts": .text(parts), "described": .flag(Description(target).isAnyWhole), "undescribed": .flag(derived.hasUndescribed),
      "longLines": .flag(derived.hasLongLines), "operations": .list(operations),
    ]
  }

  /// Whether the route of an operation names its parameters otherwise than the contract does.
  private func renames(_ id: OperationID) -> Bool {
    target.core[id].parameters.contains { $0.location == .path && !target.route(of: id).contains("{\($0.name)}") }
  }

  private var operations: [[String: TemplateValue]] {
    target.core.operations.map { operation in
      [
        "name": .text(MarkdownLine.inert(operation.name)),
        "route": .text(MarkdownLine.inert("\(operation.method.rawValue) \(operation.path.text)")),
        "summary": .text(MarkdownLine.inert(operation.summary ?? "")),
      ]
    }
  }

  /// The command that starts the server, as wide as the commands below it in `README.md`.
  private var run: String {
    let command = "python -m \(target.package.module)"
    return command + String(repeating: " ", count: max(0, 31 - command.utf8.count))
  }

  private var parts: String {
    let parameters = derived.readsParameters ? ["PathParams", "QueryParams"] : []
    let names = ["ContractRoute"] + (derived.parts.contains("HeaderParams") ? ["HeaderParams"] : []) + ["JsonBody", "Part"]
    return (names + parameters).map { "\"\($0)\"" }.joined(separator: ", ")
  }

  private var description: String {
    let text = target.core.service.documentation ?? "Generated from its contract."
    return MarkdownText.wrapped(text, width: 100).joined(separator: "\n")
  }

  /// The text as a literal that has room on its line, cut where it is longer: nobody but FastAPI reads it.
  private static func literal(_ text: String) -> String {
    let longest = 70
    var kept = CommentText.lines(of: text).first ?? ""
    while PythonString(kept).joined.utf8.count > longest { kept.removeLast() }
    return PythonString(kept).joined
  }
}
