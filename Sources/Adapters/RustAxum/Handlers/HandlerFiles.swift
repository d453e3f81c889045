import SpecAdapters
import SpecIR
import SpecNaming

/// Writes `src/handlers/<tag>.rs`: HTTP only, from extracted requests to services and from their results to responses.
struct HandlerFiles {
  let target: RustTarget

  static let apiError = RustSymbol.own("errors", name: "ApiError")
  static let appState = RustSymbol.own("state", name: "AppState")

  func files() -> [(path: String, file: RustFile)] {
    let modules = (target.names.groups.map(\.module) + OperatorRoute.modules).map { RustItem.module(RustModule($0, .public)) }
    let root = RustFile(
      documentation: "HTTP only: from extracted requests to services, and from their results to responses.", modules)
    return [("src/handlers/mod.rs", root)]
      + target.names.groups.map { group in
        (
          "src/handlers/\(group.fileName).rs",
          RustFile(documentation: "The operations of `\(group.name)`.", items(of: group))
        )
      }
  }

  private func items(of group: OperationGroup) -> [RustItem] {
    let handlers = group.operations.map { Handler(target, $0) }
    let services = target.core.functions(of: group).map { ServiceFunction(target, $0) }.filter { !$0.errors.isEmpty }
    let hasUnbound = handlers.contains { $0.operation.binding == nil }
    let constants = handlers.contains(where: \.encodesLocation) ? [Handler.reserved] : []
    return constants + handlers.map { .function($0.function) } + services.map(conversion) + failures(services)
      + (hasUnbound ? [Self.notImplemented] : [])
  }

  // MARK: Failures of services

  private func conversion(_ service: ServiceFunction) -> RustItem {
    let error = service.errorSymbol
    return .implementation(
      RustImpl(
        RustPath("From", generics: [.type(.named(error))]), for: .named(Self.apiError),
        [
          .function(
            RustFunction("from", [.init("error", .named(error))], returns: .selfType) {
              RustExpr.match("error") {
                for failure in service.errors {
                  RustArm(.path(RustPath(error, failure.name)), .call(RustPath(stringLiteral: Self.function(for: failure))))
                }
                RustArm(
                  .tupleStruct(RustPath(error, "Database"), ["error"]), RustExpr("error").call("into"))
              }
            })
        ]))
  }

  private func failures(_ services: [ServiceFunction]) -> [RustItem] {
    var seen: Set<String> = []
    return services.flatMap(\.errors).filter { seen.insert($0.name).inserted }.map { failure in
      .function(
        RustFunction(Self.function(for: failure), returns: .named(Self.apiError)) {
          let error = RustExpr.call(
            RustPath(Self.apiError, "new"), RustStatus.expression(failure.status), .string(failure.code),
            .string(failure.message))
          failure.pointer.map { error.call("at", .string($0)) } ?? error
        })
    }
  }

  private static func function(for failure: ServiceError) -> String {
    RustNames.values.escape(RustNames.value(failure.name))
  }

  /// The answer of an operation that nothing implements.
  private static let notImplemented = RustItem.function(
    RustFunction("gen_not_implemented", returns: .named(apiError)) {
      RustExpr.call(
        RustPath(apiError, "new"), RustStatus.expression(501), .string("not_implemented"),
        .string("The server does not implement this operation."))
    })
}
