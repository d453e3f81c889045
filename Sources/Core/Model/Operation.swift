public import SpecWriting

/// One thing that a client can ask for: a method on a path.
public struct Operation: Hashable, Sendable {
  /// The contract's `operationId`, or one derived from method and path; unique.
  public var name: String
  public var method: Method
  public var path: PathTemplate
  /// The room in which it lives: its first tag, else the first literal segment of its path that names a thing.
  public var group: String
  public var summary: String?
  public var documentation: String?
  public var isDeprecated: Bool
  public var parameters: [Parameter]
  /// The structure made of its query parameters, one field for each, where it has any.
  public var queryModel: ModelID?
  public var body: RequestBody?
  /// In the order of the contract.
  public var responses: [Response]
  /// Alternatives, of which one must hold; empty means open to everybody.
  public var security: [SecurityRequirement]
  public var implementation: Implementation

  public enum Method: String, Hashable, Sendable, CaseIterable {
    case get = "GET"
    case put = "PUT"
    case post = "POST"
    case delete = "DELETE"
    case options = "OPTIONS"
    case head = "HEAD"
    case patch = "PATCH"
    case trace = "TRACE"
  }

  public init(
    name: String, method: Method, path: PathTemplate, group: String, summary: String? = nil, documentation: String? = nil,
    isDeprecated: Bool = false, parameters: [Parameter] = [], queryModel: ModelID? = nil, body: RequestBody? = nil,
    responses: [Response] = [], security: [SecurityRequirement] = [], implementation: Implementation
  ) {
    self.name = name
    self.method = method
    self.path = path
    self.group = group
    self.summary = summary
    self.documentation = documentation
    self.isDeprecated = isDeprecated
    self.parameters = parameters
    self.queryModel = queryModel
    self.body = body
    self.responses = responses
    self.security = security
    self.implementation = implementation
  }
}

/// What answers an operation.
public enum Implementation: Hashable, Sendable {
  /// A function of the service layer, with what each of its parameters is made of.
  case function(FunctionID, arguments: [Argument])
  /// Nothing yet: 501 with a problem document.
  case unbound(Unbound)

  /// A part of the request that becomes an argument.
  public enum Argument: Hashable, Sendable {
    /// A path, header or cookie parameter, by its index in ``Operation/parameters``.
    case parameter(Int)
    /// All query parameters, as ``Operation/queryModel``.
    case query
    case body
  }

  /// Why an operation is not implemented, in one sentence for its author.
  public struct Unbound: Hashable, Sendable {
    public var reason: Reason
    public var explanation: String

    public enum Reason: String, Hashable, Sendable, CaseIterable {
      /// No table fits.
      case noTable = "no-table"
      /// Several tables or columns fit equally well.
      case ambiguous
      /// The contract asks for credentials, and their check is not generated.
      case closed
      /// The contract asks for something that is not generated.
      case unsupported
    }

    public init(_ reason: Reason, _ explanation: String) {
      self.reason = reason
      self.explanation = explanation
    }
  }
}

/// A parameter outside the body.
public struct Parameter: Hashable, Sendable {
  /// The name on the wire; header names keep the contract's spelling and are compared without case (RFC 9110 §5.1).
  public var name: String
  public var location: Location
  public var style: Style
  public var isExploded: Bool
  public var shape: Shape
  public var presence: Presence
  public var documentation: String?
  public var isDeprecated: Bool
  public var example: JSONValue?

  public enum Location: String, Hashable, Sendable, CaseIterable { case path, query, header, cookie }

  /// How a list or a structure is written as text (OpenAPI 3.1.1 §4.8.12.3); `json` for parameters with a JSON media type.
  public enum Style: String, Hashable, Sendable, CaseIterable {
    case simple, label, matrix, form, spaceDelimited, pipeDelimited, deepObject, json
  }

  public init(
    name: String, location: Location, style: Style, isExploded: Bool, shape: Shape, presence: Presence,
    documentation: String? = nil, isDeprecated: Bool = false, example: JSONValue? = nil
  ) {
    self.name = name
    self.location = location
    self.style = style
    self.isExploded = isExploded
    self.shape = shape
    self.presence = presence
    self.documentation = documentation
    self.isDeprecated = isDeprecated
    self.example = example
  }
}
