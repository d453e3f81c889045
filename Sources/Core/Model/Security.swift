/// A way in which clients show who they are.
public struct SecurityScheme: Hashable, Sendable {
  /// The name in the contract.
  public var name: String
  public var kind: Kind
  public var documentation: String?

  public enum Kind: Hashable, Sendable {
    case basic
    case bearer(format: String?)
    /// Another scheme of the `Authorization` header (RFC 9110 §11.4).
    case http(scheme: String)
    case apiKey(Parameter.Location, name: String)
    case oauth2
    case openIDConnect(url: String)
    case mutualTLS
  }

  public init(name: String, kind: Kind, documentation: String? = nil) {
    self.name = name
    self.kind = kind
    self.documentation = documentation
  }
}

/// Schemes that must all hold; none of them is an alternative that is open to everybody.
public struct SecurityRequirement: Hashable, Sendable {
  public var schemes: [Scheme]

  public struct Scheme: Hashable, Sendable {
    public var scheme: SecuritySchemeID
    public var scopes: [String]

    public init(_ scheme: SecuritySchemeID, scopes: [String] = []) {
      self.scheme = scheme
      self.scopes = scopes
    }
  }

  public init(schemes: [Scheme]) { self.schemes = schemes }
}
