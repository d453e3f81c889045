package import SpecDocuments

extension OpenAPI {
  package struct SecurityScheme: Referable {
    package let node: Node
    package let place: Place
    /// What is asked for; nothing where the input does not say it soundly, which is reported as an error.
    package var kind: Kind?

    package enum Kind: Sendable {
      case apiKey(name: String, in: ParameterLocation)
      /// `scheme` as registered for the `Authorization` header, in small letters: `basic`, `bearer`.
      case http(scheme: String, bearerFormat: String?)
      case oauth2([OAuthFlow])
      case openIDConnect(url: String)
      case mutualTLS
    }

    package init(node: Node, place: Place) {
      self.node = node
      self.place = place
    }
  }

  package struct OAuthFlow: Located {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
      case implicit, password, clientCredentials, authorizationCode
    }

    package let node: Node
    package let kind: Kind
    package var authorizationURL: String?
    package var tokenURL: String?
    package var refreshURL: String?
    package var scopes: [Scope] = []

    package struct Scope: Sendable {
      package let name: String
      package let key: Node
      package let description: String
    }
  }

  /// Schemes that must all be satisfied; an empty one is satisfied by anybody.
  package struct SecurityRequirement: Located {
    package let node: Node
    package var schemes: [Entry] = []

    package struct Entry: Sendable {
      package let name: String
      package let key: Node
      /// Nothing where the name is unknown, which is reported as an error.
      package let scheme: ID<SecurityScheme>?
      /// The scopes, or since 3.1 roles, that are needed.
      package let scopes: [String]
    }
  }
}
