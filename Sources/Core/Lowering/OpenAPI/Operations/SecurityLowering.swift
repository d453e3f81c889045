internal import OpenAPIReader
internal import SpecDocuments
internal import SpecIR

extension OpenAPILowerer {
  mutating func lowerSecuritySchemes() {
    for component in document.components.securitySchemes {
      let source = document.securitySchemes[component.id]
      guard let kind = source.kind.map(SecurityScheme.Kind.init) else { continue }
      guard schemeOf[component.id] == nil else { continue }
      schemeOf[component.id] = SecuritySchemeID(core.securitySchemes.count)
      core.securitySchemes.append(
        SecurityScheme(name: component.name, kind: kind, documentation: source.description.flatMap(documentationText)))
    }
  }

  /// What an operation asks of its caller; empty where it is open to everybody.
  func security(of operation: OpenAPI.Operation) -> [SecurityRequirement] {
    let stated = document.security(of: operation) ?? []
    // An alternative without schemes is met by everybody, and so is the whole.
    guard !stated.contains(where: \.schemes.isEmpty) else { return [] }
    return stated.map { requirement in
      // A scheme that is unknown was reported by the reader; without it the operation stays closed all the same.
      SecurityRequirement(
        schemes: requirement.schemes.compactMap { entry in
          entry.scheme.flatMap { schemeOf[$0] }.map { SecurityRequirement.Scheme($0, scopes: entry.scopes) }
        })
    }
  }
}

extension SecurityScheme.Kind {
  init(_ kind: OpenAPI.SecurityScheme.Kind) {
    self =
      switch kind {
      case .apiKey(let name, let location): .apiKey(Parameter.Location(location), name: name)
      case .http("basic", _): .basic
      case .http("bearer", let format): .bearer(format: format)
      case .http(let scheme, _): .http(scheme: scheme)
      case .oauth2: .oauth2
      case .openIDConnect(let url): .openIDConnect(url: url)
      case .mutualTLS: .mutualTLS
      }
  }
}
