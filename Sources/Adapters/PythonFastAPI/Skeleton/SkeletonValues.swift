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
    let service = target.core.service
    let values: [String: TemplateValue] = [
      "module": .text(target.package.module), "distribution": .text(target.package.distribution),
      "title": .text(Self.literal(service.title)), "version": .text(Self.literal(service.version)),
      "summary": .text(TOMLText.string(service.title)), "release": .text(VersionText.numbers(service.version)),
      "dependencies": .list(
        PythonManifest(target, distributions: derived.distributions).dependencies.map { ["requirement": .text($0)] }),
      "run": .text(run), "services": .flag(derived.has("services/__init__.py")),
      "unbound": .flag(target.core.operations.contains { if case .unbound = $0.implementation { true } else { false } }),
      "overlaps": .flag(derived.hasOverlaps),
      "renamed": .flag(target.core.operations.indices.contains { renames(OperationID($0)) }),
      "headers": .flag(derived.parts.contains("HeaderParams")), "params": .flag(derived.readsParameters),
      "parts": .text(parts), "described": .flag(Description(target).isAnyWhole), "undescribed": .flag(derived.hasUndescribed),
      "longLines": .flag(derived.hasLongLines), "violations": .flag(derived.expectsViolations),
    ]
    return target.commonValues.merging(values) { $1 }
  }

  /// Whether the route of an operation names its parameters otherwise than the contract does.
  private func renames(_ id: OperationID) -> Bool {
    target.core[id].parameters.contains { $0.location == .path && !target.route(of: id).contains("{\($0.name)}") }
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

  /// The text as a literal that has room on its line, cut where it is longer: nobody but FastAPI reads it.
  private static func literal(_ text: String) -> String {
    let longest = 70
    var kept = CommentText.lines(of: text).first ?? ""
    while PythonString(kept).joined.utf8.count > longest { kept.removeLast() }
    return PythonString(kept).joined
  }
}
