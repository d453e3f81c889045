/// How a failure is written in a schema that the contract declares for errors.
///
/// Derived once: each required field of the schema has a role, or the schema is no envelope and the failure is written as
/// a problem document (RFC 9457).
///
/// A code or status that the schema restricts to listed values is chosen by the plan: a failure for which none of them fits is not
/// written in this envelope.
public struct ErrorEnvelope: Hashable, Sendable {
  /// A structure.
  public var model: ModelID
  /// In the order of the structure's fields; a field without role stays absent.
  public var fields: [Assignment]
  /// `application/json` or `application/problem+json`, as declared.
  public var mediaType: String
  /// Whether a failure without violations stands in the list of violations or messages itself, because nothing else tells of it.
  public var listsFailure: Bool

  public struct Assignment: Hashable, Sendable {
    /// The field's name on the wire.
    public var field: String
    public var role: Role

    public init(field: String, role: Role) {
      self.field = field
      self.role = role
    }
  }

  /// The part of a failure that fills a field.
  public indirect enum Role: Hashable, Sendable {
    /// One sentence for people.
    case message
    /// A stable word for programs.
    case code
    /// The code as an integer field: the status.
    case status
    /// A short name of the kind of failure: the status' reason phrase.
    case title
    /// `about:blank` (RFC 9457 §4.2.1).
    case type
    /// The path of the request.
    case instance
    /// An open object with a member `errors`, the list of violations, where there are any.
    case details
    /// A structure within the envelope, with fields of its own.
    case object(ModelID, [Assignment])
    /// The list of violations itself: structures whose fields are the parts of a violation. Without a field for it, the name of a
    /// parameter stands where the pointer does.
    case violations(pointer: String?, parameter: String?, code: String?, message: String?)
    /// The list of violations as sentences.
    case messages
    /// The request's id.
    case requestID
    /// The time of the failure.
    case timestamp
    /// A constant, for a field whose schema allows one value or has a default.
    case constant(EnvelopeConstant)
  }

  /// A value that a field always has.
  public enum EnvelopeConstant: Hashable, Sendable {
    case text(String)
    case number(Int)
    case flag(Bool)
    case null
    case emptyList
  }

  public init(model: ModelID, fields: [Assignment], mediaType: String, listsFailure: Bool = false) {
    self.model = model
    self.fields = fields
    self.mediaType = mediaType
    self.listsFailure = listsFailure
  }
}
