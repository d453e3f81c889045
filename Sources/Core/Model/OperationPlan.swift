/// How an operation runs, decided once for all stacks: in which order things are checked, and what each failure answers.
public struct OperationPlan: Hashable, Sendable {
  /// In order; the first failing step ends the request, and each step reports all of its failures at once.
  public var steps: [Step]
  public var success: Success
  /// One for each kind of failure that can happen here, in the order of the steps.
  public var failures: [Failure]

  /// One thing that happens to a request.
  public enum Step: Hashable, Sendable {
    /// Path, query, header and cookie parameters: decoded and checked together, so that one answer lists all.
    case parameters
    /// Compares the content type with the media types of the body.
    case contentType
    /// Reads the body within the limit.
    case readBody
    /// Decodes and checks the body.
    case body
    /// Calls the function of the service layer.
    case call
  }

  /// The answer where nothing fails.
  public struct Success: Hashable, Sendable {
    public var status: Int
    /// What is sent; nothing for an answer without body.
    public var body: Content?
    public var location: Location?

    public init(status: Int, body: Content?, location: Location? = nil) {
      self.status = status
      self.body = body
      self.location = location
    }
  }

  /// Where the thing that was made can be read (RFC 9110 §10.2.2).
  public struct Location: Hashable, Sendable {
    public var path: PathTemplate
    /// One for each parameter of the path, in its order.
    public var arguments: [Argument]

    public enum Argument: Hashable, Sendable {
      /// A field of the answer's body.
      case field(String)
      /// A path parameter of this operation, by its index in ``Operation/parameters``.
      case parameter(Int)
    }

    public init(path: PathTemplate, arguments: [Argument]) {
      self.path = path
      self.arguments = arguments
    }
  }

  public struct Failure: Hashable, Sendable {
    public var kind: Kind
    public var status: Int
    /// A stable word for programs, in lower snake case.
    public var code: String
    /// One sentence for people.
    public var message: String
    public var format: Format

    public enum Kind: Hashable, Sendable {
      case malformedBody
      case invalidRequest
      case unsupportedMediaType
      case bodyTooLarge
      case notImplemented
      case timeout
      case unavailable
      case internalError
      case service(ErrorID)
    }

    public init(kind: Kind, status: Int, code: String, message: String, format: Format) {
      self.kind = kind
      self.status = status
      self.code = code
      self.message = message
      self.format = format
    }
  }

  /// In which shape a failure is written.
  public enum Format: Hashable, Sendable {
    /// RFC 9457 `application/problem+json`.
    case problem
    case envelope(EnvelopeID)
  }

  public init(steps: [Step], success: Success, failures: [Failure]) {
    self.steps = steps
    self.success = success
    self.failures = failures
  }
}
