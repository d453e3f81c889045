internal import SpecDiagnostics
internal import SpecDocuments

extension Reader {
  /// Reports scopes that no flow of their scheme offers.
  mutating func checkScopes() {
    var offers: [OpenAPI.ID<OpenAPI.SecurityScheme>: Set<String>] = [:]
    for id in document.securitySchemes.ids {
      guard case .oauth2(let flows) = document.securitySchemes[id].kind else { continue }
      offers[id] = Set(flows.flatMap(\.scopes).map(\.name))
    }
    guard !offers.isEmpty else { return }
    var lists = [document.security ?? []]
    for item in document.pathItems.values { lists += item.operations.compactMap(\.security) }
    for entry in lists.joined().flatMap(\.schemes) {
      guard let scheme = entry.scheme, let offered = offers[scheme] else { continue }
      for scope in entry.scopes where !offered.contains(scope) {
        findings.report(
          .securityScopeUnknown, "no flow of “\(entry.name)” offers the scope “\(scope)”", at: entry.key.range,
          hint: Suggestion.nearest(to: scope, in: offered.sorted()).map { "Did you mean “\($0)”?" })
      }
    }
  }
}
