internal import SpecWriting

extension SpecDump {
  func securityScheme(_ scheme: OpenAPI.SecurityScheme, into out: inout DumpObject) {
    texts(scheme, into: &out)
    switch scheme.kind {
    case .apiKey(let name, let location):
      out.add("type", "apiKey")
      out.add("name", name)
      out.add("in", location.rawValue)
    case .http(let name, let format):
      out.add("type", "http")
      out.add("scheme", name)
      out.add("bearerFormat", format)
    case .oauth2(let flows):
      out.add("type", "oauth2")
      out.add("flows", flows.map(flow))
    case .openIDConnect(let url):
      out.add("type", "openIdConnect")
      out.add("openIdConnectUrl", url)
    case .mutualTLS: out.add("type", "mutualTLS")
    case nil: break
    }
    extensions(scheme, into: &out)
  }

  private func flow(_ flow: OpenAPI.OAuthFlow) -> JSONValue {
    var out = DumpObject()
    out.add("kind", flow.kind.rawValue)
    out.add("authorizationUrl", flow.authorizationURL)
    out.add("tokenUrl", flow.tokenURL)
    out.add("refreshUrl", flow.refreshURL)
    out.add(
      "scopes",
      flow.scopes.map { scope in
        .object([.init("name", .string(scope.name)), .init("description", .string(scope.description))])
      })
    return out.value
  }

  /// Stated requirements, also where there are none of them: that means something else than saying nothing.
  func requirements(_ requirements: [OpenAPI.SecurityRequirement]) -> JSONValue {
    .array(
      requirements.map { requirement in
        .array(
          requirement.schemes.map { entry in
            var out = DumpObject()
            out.add("name", entry.name)
            out.add("scheme", entry.scheme.map(id))
            out.add("scopes", entry.scopes.map { .string($0) })
            return out.value
          })
      })
  }
}
