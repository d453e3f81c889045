import SpecAdapters
import SpecIR

/// Writes `src/routes.rs`: which handler answers which method and path.
struct RouteFile {
  let target: RustTarget

  private struct Route {
    let text: String
    var methods: [(method: SpecIR.Operation.Method, handler: RustExpr)]
  }

  var file: RustFile {
    RustFile(
      documentation: "Which handler answers which method and path.",
      [
        .function(
          RustFunction(
            "routes", returns: .named(.of("axum", name: "Router"), .named(HandlerFiles.appState)), .public,
            documentation: "The operations of the contract, and what operators ask for.") { chain })
      ])
  }

  private var chain: RustExpr {
    var chain = RustExpr.call(RustPath(.of("axum", name: "Router"), "new"))
    // The router refuses what older versions gave a meaning, unless it is told that it is meant.
    if routes.contains(where: { $0.text.contains("/:") || $0.text.contains("/*") }) { chain = chain.call("without_v07_checks") }
    for route in routes { chain = chain.call("route", .string(route.text), methods(route)) }
    let taken = Set(routes.map(\.text))
    for route in OperatorRoute.all where !taken.contains(route.path) {
      let handler = RustExpr.path(.own("handlers", name: route.module), route.handler)
      chain = chain.call("route", .string(route.path), .call(Self.routing("get"), handler))
    }
    return chain
  }

  private static func routing(_ name: String) -> RustPath { RustPath(.of("axum", "routing", name: name)) }

  private func methods(_ route: Route) -> RustExpr {
    let sorted = route.methods.sorted { Self.rank($0.method) < Self.rank($1.method) }
    var chain = RustExpr.call(Self.routing(sorted[0].method.rawValue.lowercased()), sorted[0].handler)
    for entry in sorted.dropFirst() { chain = chain.call(entry.method.rawValue.lowercased(), entry.handler) }
    return chain
  }

  /// The order in which people read methods.
  private static func rank(_ method: SpecIR.Operation.Method) -> Int {
    switch method {
    case .get: 0
    case .post: 1
    case .put: 2
    case .patch: 3
    case .delete: 4
    case .head: 5
    case .options: 6
    case .trace: 7
    }
  }

  /// The methods of one path stand together, at the place of the first.
  private var routes: [Route] {
    var routes: [Route] = []
    var positions: [String: Int] = [:]
    for routed in target.routedOperations {
      let operation = target.core[routed.id]
      let handler = RustExpr.path(.own("handlers", name: routed.group.module), target[routed.id].function)
      let shape = operation.path.shape
      if let position = positions[shape] {
        routes[position].methods.append((operation.method, handler))
      } else {
        positions[shape] = routes.count
        routes.append(Route(text: RustRoute.text(of: operation.path), methods: [(operation.method, handler)]))
      }
    }
    return routes
  }
}
