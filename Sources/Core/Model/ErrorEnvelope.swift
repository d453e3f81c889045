/// How a failure is written in a schema that the contract declares for errors.
///
/// Derived once: each required field of the schema has a role, or the schema is no envelope and the failure is written as
/// a problem document (RFC 9457).
public struct ErrorEnvelope: Hashable, Sendable {
  /// A structure.
  public var model: ModelID
  /// In the order of the structure's fields; a field without role stays absent.
  public var fields: [Assignment]
  /// `application/json` or `application/problem+json`, as declared.
  public var mediaType: String

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
  public enum Role: Hashable, Sendable {
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
    /// The list of violations itself: structures whose fields are the parts of a violation.
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
  }

  public init(model: ModelID, fields: [Assignment], mediaType: String) {
    self.model = model
    self.fields = fields
    self.mediaType = mediaType
  }
}
