import SpecAdapters
import SpecIR
import SpecNaming

/// Writes `src/services`: what the operations do, without HTTP.
struct ServiceFiles {
  let target: RustTarget

  func files() -> [(path: String, file: RustFile)] {
    let groups = target.names.groups.filter { !target.core.functions(of: $0).isEmpty }
    guard !groups.isEmpty else { return [] }
    let root = RustFile(
      documentation: "What the operations do: no HTTP in here.",
      groups.map { .module(RustModule($0.module, .public)) })
    return [("src/services/mod.rs", root)]
      + groups.map { group in
        ("src/services/\(group.fileName).rs", file(of: group))
      }
  }

  private func file(of group: OperationGroup) -> RustFile {
    let services = target.core.functions(of: group).map { ServiceFunction(target, $0) }
    let namesCases = services.contains { $0.function.body.namesCases }
    return RustFile(
      documentation: "The operations of `\(group.name)`.", traits: namesCases ? [.decoding("Keyword")] : [],
      home: [["services", group.module]], services.flatMap(items))
  }

  private func items(_ service: ServiceFunction) -> [RustItem] { errorItems(service) + [function(service)] }

  private func function(_ service: ServiceFunction) -> RustItem {
    let db = RustFunction.Parameter("db", .ref(.named(.own("generated", "db", name: "Pool"))))
    return .function(
      RustFunction(
        service.name, (service.usesDatabase ? [db] : []) + service.parameters,
        returns: .result(service.result, service.errorType), .public, isAsync: service.usesDatabase,
        documentation: documentation(of: service), body: ServiceStatements(service).body))
  }

  private func documentation(of service: ServiceFunction) -> String {
    let summary = (service.function.documentation ?? "Does `\(service.function.name)`.").sentence
    let errors = service.errors.map { "`\($0.name)`" }.joined(separator: ", ")
    let failures =
      service.errors.isEmpty ? "Fails where the database does." : "Fails with \(errors), or where the database fails."
    return "\(summary)\n\n# Errors\n\(failures)"
  }

  // MARK: Errors

  private func errorItems(_ service: ServiceFunction) -> [RustItem] {
    guard !service.errors.isEmpty else { return [] }
    let violations = target.constraints?.distinct(service.function.body.violations) ?? []
    let name = service.errorSymbol.name
    var variants = service.errors.map { error in
      let text = error.message.asRustMessage.escapingBraces
      return RustVariant(error.name, attributes: [RustAttribute("error", .list([.literal(.string(text))]))])
    }
    variants.append(
      RustVariant(
        "Database",
        .tuple([RustField("", .named(.sqlxError), .inherited, attributes: violations.isEmpty ? ["from"] : [])]),
        attributes: [RustAttribute("error", .list([.word("transparent")]))]))
    let declaration = RustItem.enumeration(
      RustEnum(
        name, variants, documentation: "Why `\(service.name)` was not done.",
        attributes: [.derive(RustPath("Debug"), RustPath(RustSymbol.of("thiserror", name: "Error").qualified))]))
    return violations.isEmpty ? [declaration] : [declaration, conversion(service, violations)]
  }

  /// Turns what the database refuses into the function's errors.
  private func conversion(_ service: ServiceFunction, _ violations: [(entry: KnownConstraints.Entry, error: ErrorID)]) -> RustItem
  {
    let constraint = RustSymbol.own("generated", "db", name: "Constraint")
    let all = target.constraints?.entries.count ?? 0
    return .implementation(
      RustImpl(
        RustPath("From", generics: [.type(.named(.sqlxError))]), for: .named(service.errorSymbol),
        [
          .function(
            RustFunction("from", [.init("error", .named(.sqlxError))], returns: .selfType) {
              RustExpr.match(.call(RustPath(constraint, "violated_by"), .ref("error"))) {
                for violation in violations {
                  RustArm(
                    .some(.path(RustPath(constraint, violation.entry.identifier))),
                    .path("Self", target.core[violation.error].name))
                }
                RustArm(all == violations.count ? .none : .wildcard, .call(RustPath("Self", "Database"), "error"))
              }
            })
        ]))
  }
}

extension OperationGroup {
  /// The name of its files: a raw identifier is one only in code.
  var fileName: String { RustNames.unescaped(module) }
}

extension String {
  /// The sentence as Rust's errors are worded: in lower case and without a full stop (Rust API guidelines, C-GOOD-ERR).
  var asRustMessage: String {
    let text = hasSuffix(".") ? dropLast() : self[...]
    return text.prefix(1).lowercased() + text.dropFirst()
  }

  /// The text with a full stop.
  var sentence: String { hasSuffix(".") || hasSuffix("!") || hasSuffix("?") ? self : self + "." }

  /// The text where a format string stands.
  var escapingBraces: String { replacing("{", with: "{{").replacing("}", with: "}}") }
}
