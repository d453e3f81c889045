package import SpecDocuments

extension OpenAPI {
  /// An entry of `paths`.
  package struct Path: Sendable {
    package let key: Node
    package let template: PathTemplate
    package let item: ID<PathItem>
  }

  /// A path with parameters in braces, such as `/users/{id}/orders`.
  package struct PathTemplate: Hashable, Sendable, CustomStringConvertible {
    package enum Part: Hashable, Sendable {
      case literal(String)
      case parameter(String)
    }

    /// The template as written.
    package let description: String
    /// The template in pieces; two literals never follow each other.
    package let parts: [Part]

    package var parameterNames: [String] {
      parts.compactMap { part in
        switch part {
        case .literal: nil
        case .parameter(let name): name
        }
      }
    }
  }

  /// The operations of one path, one webhook or one callback.
  package struct PathItem: Referable {
    package let node: Node
    package let place: Place
    /// The parameters of all its operations; see ``OpenAPIDocument/parameters(of:in:)``.
    package var parameters: [ID<Parameter>] = []
    package var operations: [Operation] = []
    package var servers: [Server] = []

    package init(node: Node, place: Place) {
      self.node = node
      self.place = place
    }
  }

  package enum Method: String, Hashable, Sendable, CaseIterable {
    case get, put, post, delete, options, head, patch, trace
  }

  package struct Operation: Located {
    package let node: Node
    package let place: Place
    package let method: Method
    /// Where the method stands.
    package let key: Node
    package var operationID: String?
    package var tags: [String] = []
    package var isDeprecated = false
    /// Its own parameters; see ``OpenAPIDocument/parameters(of:in:)``.
    package var parameters: [ID<Parameter>] = []
    package var requestBody: ID<RequestBody>?
    package var responses: [OperationResponse] = []
    package var callbacks: [Named<Callback>] = []
    /// Its own requirements, which replace those of the document; nothing where it states none.
    package var security: [SecurityRequirement]?
    package var servers: [Server] = []
  }

  /// An entry of an operation's `responses`.
  package struct OperationResponse: Sendable {
    package let key: Node
    package let status: StatusPattern
    package let response: ID<Response>
  }

  package enum StatusPattern: Hashable, Sendable, CustomStringConvertible {
    case code(Int)
    /// `4XX` is `range(4)`.
    case range(Int)
    case `default`

    package var description: String {
      switch self {
      case .code(let code): String(code)
      case .range(let hundreds): "\(hundreds)XX"
      case .default: "default"
      }
    }
  }

  /// Requests that the API makes to its caller, by an expression that gives the URL.
  package struct Callback: Referable {
    package let node: Node
    package let place: Place
    package var items: [Named<PathItem>] = []

    package init(node: Node, place: Place) {
      self.node = node
      self.place = place
    }
  }
}

extension OpenAPIDocument {
  /// Returns the parameters of an operation: those of its path item, of which it may replace some by the same name and location,
  /// then its own.
  package func parameters(of operation: OpenAPI.Operation, in item: OpenAPI.PathItem) -> [OpenAPI.ID<OpenAPI.Parameter>] {
    let own = operation.parameters.map { parameters[$0].identity }
    return item.parameters.filter { !own.contains(parameters[$0].identity) } + operation.parameters
  }

  /// Returns what an operation asks of its caller; nothing where neither it nor the document says anything.
  package func security(of operation: OpenAPI.Operation) -> [OpenAPI.SecurityRequirement]? {
    operation.security ?? security
  }
}
