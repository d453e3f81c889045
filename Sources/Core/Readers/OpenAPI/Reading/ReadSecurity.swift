internal import SpecDiagnostics
internal import SpecDocuments

extension OpenAPI.SecurityScheme: Readable {
  static let kind = OpenAPI.ReferenceKind.securitySchemes
  static var arena: WritableKeyPath<OpenAPIDocument, OpenAPI.Arena<Self>> { \.securitySchemes }

  private enum TypeName: String, CaseIterable {
    case apiKey, http, oauth2, openIdConnect, mutualTLS
  }

  mutating func read(by reader: inout Reader) {
    reader.check(node, as: .securityScheme)
    guard let type: TypeName = reader.word(node["type"], "type") else { return }
    switch type {
    case .apiKey: kind = apiKey(&reader)
    case .http:
      guard let scheme = need("scheme", of: "http", &reader) else { return }
      kind = .http(scheme: scheme.lowercased(), bearerFormat: reader.text(node, "bearerFormat"))
    case .oauth2:
      guard let flows = node["flows"] else {
        reader.findings.report(
          .memberMissing, "a security scheme of type “oauth2” needs the member “flows”", at: reader.start(of: node))
        return
      }
      kind = .oauth2(reader.oauthFlows(flows))
    case .openIdConnect:
      kind = need("openIdConnectUrl", of: "openIdConnect", &reader).map { .openIDConnect(url: $0) }
    case .mutualTLS: kind = .mutualTLS
    }
  }

  private func apiKey(_ reader: inout Reader) -> Kind? {
    let name = need("name", of: "apiKey", &reader)
    guard need("in", of: "apiKey", &reader) != nil, let location: OpenAPI.ParameterLocation = reader.word(node["in"], "in") else {
      return nil
    }
    guard location != .path else {
      reader.reportWord(node["in"] ?? node, location.rawValue, "in", ["query", "header", "cookie"])
      return nil
    }
    return name.map { .apiKey(name: $0, in: location) }
  }

  private func need(_ member: String, of type: String, _ reader: inout Reader) -> String? {
    if let text = reader.text(node, member) { return text }
    guard node[member] == nil else { return nil }
    reader.findings.report(
      .memberMissing, "a security scheme of type “\(type)” needs the member “\(member)”", at: reader.start(of: node))
    return nil
  }
}

extension Reader {
  mutating func oauthFlows(_ node: Node) -> [OpenAPI.OAuthFlow] {
    guard node.kind == .mapping else { return [] }
    check(node, as: .oauthFlows)
    return node.entries.compactMap { key, value in
      guard let kind = OpenAPI.OAuthFlow.Kind(rawValue: key.text ?? ""), value.kind == .mapping else { return nil }
      return oauthFlow(kind, value)
    }
  }

  private mutating func oauthFlow(_ kind: OpenAPI.OAuthFlow.Kind, _ node: Node) -> OpenAPI.OAuthFlow {
    check(node, as: .oauthFlow)
    for member in kind.urls where node[member] == nil {
      findings.report(.memberMissing, "the flow “\(kind.rawValue)” needs the member “\(member)”", at: start(of: node))
    }
    var flow = OpenAPI.OAuthFlow(node: node, kind: kind)
    flow.authorizationURL = text(node, "authorizationUrl")
    flow.tokenURL = text(node, "tokenUrl")
    flow.refreshURL = text(node, "refreshUrl")
    flow.scopes = entries(node["scopes"]).map { key, value in
      OpenAPI.OAuthFlow.Scope(name: key.text ?? "", key: key, description: value.text ?? "")
    }
    return flow
  }

  /// The requirements of an operation or of the document; the schemes that they name are read before.
  mutating func securityRequirements(of node: Node) -> [OpenAPI.SecurityRequirement]? {
    guard let list = node["security"], list.kind == .sequence else { return nil }
    return objects(list, "security").map { node in
      var requirement = OpenAPI.SecurityRequirement(node: node)
      for (key, value) in node.entries {
        let name = key.text ?? ""
        if value.kind != .sequence {
          report(.memberKind, "an array of scopes is expected, and this is \(value.kind.article)", at: value)
        }
        let scopes = distinctStrings(value, name)
        requirement.schemes.append(.init(name: name, key: key, scheme: securityScheme(name, key), scopes: scopes))
      }
      return requirement
    }
  }

  private mutating func securityScheme(_ name: String, _ key: Node) -> OpenAPI.ID<OpenAPI.SecurityScheme>? {
    let schemes = object(document.node, "components").flatMap { object($0, "securitySchemes") }
    if let scheme = schemes?[name] {
      let place = files.rootPlace.appending(JSONPointer(["components", "securitySchemes", name]))
      return use(scheme, place)
    }
    let suggestion = findings.tells(.securityUnknown) ? suggestion(for: name, in: schemes) : nil
    let hint = suggestion ?? "Declare it under “components/securitySchemes”."
    report(.securityUnknown, "there is no security scheme “\(name)”", at: key, hint: hint)
    return nil
  }
}

extension OpenAPI.OAuthFlow.Kind {
  /// The members that OpenAPI 3.1.1 §4.8.28.1 demands.
  fileprivate var urls: [String] {
    switch self {
    case .implicit: ["authorizationUrl"]
    case .password, .clientCredentials: ["tokenUrl"]
    case .authorizationCode: ["authorizationUrl", "tokenUrl"]
    }
  }
}
