/// The body of a request, in one of several media types.
public struct RequestBody: Hashable, Sendable {
  public var isRequired: Bool
  public var documentation: String?
  public var alternatives: [Content]

  public init(isRequired: Bool, documentation: String? = nil, alternatives: [Content]) {
    self.isRequired = isRequired
    self.documentation = documentation
    self.alternatives = alternatives
  }

  /// The alternative that operations are implemented for, wherever the contract lists it.
  public var json: Content? { alternatives.first { $0.encoding == .json } }
}

/// One media type with the shape of what it carries.
public struct Content: Hashable, Sendable {
  /// As the contract writes it, in lower case and without parameters; may be a range such as `image/*`.
  public var mediaType: String
  public var encoding: Encoding
  public var shape: Shape

  /// How values become bytes.
  public enum Encoding: String, Hashable, Sendable, CaseIterable {
    /// `application/json`, `…+json`.
    case json
    /// `application/x-www-form-urlencoded`.
    case form
    /// `multipart/form-data`.
    case multipart
    /// `text/…`.
    case text
    /// Anything else, unread.
    case binary
  }

  public init(mediaType: String, encoding: Encoding, shape: Shape) {
    self.mediaType = mediaType
    self.encoding = encoding
    self.shape = shape
  }
}

/// One declared answer of an operation.
public struct Response: Hashable, Sendable {
  public var status: Status
  public var documentation: String?
  public var headers: [ResponseHeader]
  /// Empty for an answer without body.
  public var contents: [Content]

  /// Which statuses an answer is declared for.
  public enum Status: Hashable, Sendable {
    case code(Int)
    /// `4XX` is 4.
    case range(Int)
    case `default`
  }

  public init(status: Status, documentation: String? = nil, headers: [ResponseHeader] = [], contents: [Content] = []) {
    self.status = status
    self.documentation = documentation
    self.headers = headers
    self.contents = contents
  }
}

/// A header that an answer declares.
public struct ResponseHeader: Hashable, Sendable {
  public var name: String
  public var shape: Shape
  public var isRequired: Bool
  public var documentation: String?

  public init(name: String, shape: Shape, isRequired: Bool, documentation: String? = nil) {
    self.name = name
    self.shape = shape
    self.isRequired = isRequired
    self.documentation = documentation
  }
}
