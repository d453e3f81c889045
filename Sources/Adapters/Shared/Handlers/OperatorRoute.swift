/// A path that whoever operates a backend asks for, where the contract does not use it itself.
package struct OperatorRoute: Sendable {
  package let path: String
  /// The module of its handler.
  package let module: String
  package let handler: String

  /// Health is served as people ask for it and as clusters do (Kubernetes API health endpoints).
  package static let all = [
    OperatorRoute(path: "/health", module: "health", handler: "live"),
    OperatorRoute(path: "/livez", module: "health", handler: "live"),
    OperatorRoute(path: "/ready", module: "health", handler: "ready"),
    OperatorRoute(path: "/readyz", module: "health", handler: "ready"),
    OperatorRoute(path: "/openapi.json", module: "openapi", handler: "document"),
  ]

  /// The modules of these handlers, which every skeleton has: no room of operations takes their names.
  package static let modules = ["health", "openapi"]
}
