package import SpecDocuments
package import SpecSource

/// An OpenAPI document with all that it refers to.
///
/// It says what the input says and decides nothing. Its order is the order of the document.
package struct OpenAPIDocument: OpenAPI.Located {
  package let node: Node
  /// The version as written, such as `3.0.3`.
  package let version: String
  package let dialect: OpenAPI.Dialect
  package var info: OpenAPI.Info
  package var servers: [OpenAPI.Server] = []
  package var tags: [OpenAPI.Tag] = []
  /// The security requirements of operations that state none of their own; nothing where none are stated.
  package var security: [OpenAPI.SecurityRequirement]?
  package var paths: [OpenAPI.Path] = []
  package var webhooks: [OpenAPI.Named<OpenAPI.PathItem>] = []
  package var components = OpenAPI.Components()

  package var schemas = OpenAPI.Arena<OpenAPI.Schema>()
  package var parameters = OpenAPI.Arena<OpenAPI.Parameter>()
  package var headers = OpenAPI.Arena<OpenAPI.Header>()
  package var requestBodies = OpenAPI.Arena<OpenAPI.RequestBody>()
  package var responses = OpenAPI.Arena<OpenAPI.Response>()
  package var examples = OpenAPI.Arena<OpenAPI.Example>()
  package var links = OpenAPI.Arena<OpenAPI.Link>()
  package var callbacks = OpenAPI.Arena<OpenAPI.Callback>()
  package var securitySchemes = OpenAPI.Arena<OpenAPI.SecurityScheme>()
  package var pathItems = OpenAPI.Arena<OpenAPI.PathItem>()

  /// The references that a self-contained copy of the document must spell otherwise, by the object that holds the `$ref` or, in
  /// the mapping of a discriminator, by the reference itself.
  var references: [Node: OpenAPI.ReferenceTarget] = [:]
  /// The files that were read, the document itself first.
  package var files: [SourceID] = []

  init(node: Node, version: String, dialect: OpenAPI.Dialect) {
    self.node = node
    self.version = version
    self.dialect = dialect
    info = OpenAPI.Info(node: node)
  }
}

extension OpenAPI {
  /// The rules by which a document is read.
  package enum Dialect: String, Sendable, CaseIterable {
    case v30 = "3.0"
    case v31 = "3.1"
  }

  package struct Info: Located {
    package let node: Node
    package var version: String { node["version"]?.text ?? "" }
    package var name: String { node["title"]?.text ?? "" }
    package var termsOfService: String? { node["termsOfService"]?.string }
    package var contact: Node? { node["contact"] }
    package var license: Node? { node["license"] }
  }

  package struct Tag: Located {
    package let node: Node
    package let name: String
  }

  /// A base URL of the API; its variables stand in it in braces.
  package struct Server: Located {
    package let node: Node
    package let url: String
    package var variables: [ServerVariable] = []
  }

  package struct ServerVariable: Located {
    package let node: Node
    package let name: String
    package let defaultValue: String
    /// The allowed values; empty where any is.
    package var values: [String] = []
  }

  /// What the document keeps under names, in order.
  package struct Components: Sendable {
    package var schemas: [Named<Schema>] = []
    package var parameters: [Named<Parameter>] = []
    package var headers: [Named<Header>] = []
    package var requestBodies: [Named<RequestBody>] = []
    package var responses: [Named<Response>] = []
    package var examples: [Named<Example>] = []
    package var links: [Named<Link>] = []
    package var callbacks: [Named<Callback>] = []
    package var securitySchemes: [Named<SecurityScheme>] = []
    package var pathItems: [Named<PathItem>] = []
  }
}
