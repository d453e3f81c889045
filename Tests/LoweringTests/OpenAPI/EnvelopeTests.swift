import SpecIR
import Testing

@Suite("Error envelopes")
struct EnvelopeTests {
  @Test(
    "are found where each required member has a role",
    arguments: [
      ("{message: {type: string}}", "message", "message=message"),
      ("{error: {type: string}}", "error", "error=message"),
      ("{code: {type: integer}, message: {type: string}}", "code, message", "code=status message=message"),
      ("{code: {type: string}, message: {type: string}, details: {type: object}}", "code",
       "code=code message=message details=details"),
      ("{statusCode: {type: integer}, error: {type: string}, message: {type: string}}", "",
       "statusCode=status error=title message=message"),
      ("{error: {type: string}, code: {type: string}, details: {type: object}}", "error, code",
       "error=message code=code details=details"),
      ("{error: {type: string}, error_description: {type: string}}", "error", "error=code error_description=message"),
      ("{error: {type: object, required: [code], properties: {code: {type: string}, message: {type: string}}}}", "error",
       "error={code=code message=message}"),
      ("""
        message: {type: string}
        errors:
          type: array
          items: {type: object, required: [field], properties: {field: {type: string}, message: {type: string}}}
        """, "",
       "message=message errors=violations(pointer: field, parameter: -, code: -, message: message)"),
      ("{errors: {type: array, items: {type: string}}}", "errors", "errors=messages (lists the failure)"),
      ("""
        title: {type: string}
        status: {type: integer, minimum: 100, maximum: 599}
        trace_id: {type: string}
        timestamp: {type: string, format: date-time}
        path: {type: string}
        """, "",
       "title=title status=status trace_id=requestID timestamp=timestamp path=instance"),
      ("{success: {type: boolean}, message: {type: string}, data: {type: [object, 'null']}}", "success, message, data",
       "success=constant(false) message=message data=constant(null)"),
      ("{success: {type: boolean, enum: [false]}, errors: {type: array, items: {type: string}}}", "success, errors",
       "success=constant(false) errors=messages (lists the failure)"),
      ("{message: {type: string}, documentation_url: {type: string}}", "documentation_url",
       "message=message documentation_url=type"),
      ("{version: {const: '1'}, message: {type: string}}", "version", "version=constant(1) message=message"),
      ("{code: {type: string, enum: [NOT_FOUND, VALIDATION_FAILED]}, message: {type: string}}", "code",
       "code=code message=message"),
    ])
  func found(_ properties: String, _ required: String, _ roles: String) throws {
    let lowered = try lower(properties, required: required)
    let envelope = try #require(lowered.core.envelopes.first)
    #expect(text(of: envelope) == roles)
    #expect(envelope.mediaType == "application/json")
    #expect(lowered.findings == [])
  }

  @Test(
    "are not made up where a required member has none",
    arguments: [
      ("{message: {type: string}, ticket: {type: string}}", "ticket"),
      ("{message: {type: string, pattern: '^[A-Z]+$'}}", "message"),
      ("{status: {type: integer, maximum: 499}, message: {type: string}}", "status"),
      ("{hint: {type: string}}", ""),
    ])
  func refused(_ properties: String, _ required: String) throws {
    let lowered = try lower(properties, required: required)
    #expect(lowered.core.envelopes == [])
    #expect(lowered.core.defaultFormat == .problem)
    #expect(lowered.findings.map { $0.drop { $0 != ":" } } == [":envelope-unusable"])
  }

  @Test func openProblemDocumentsAreWrittenInFull() throws {
    let lowered = try lower(
      "{type: {type: string, format: uri}, title: {type: string}, status: {type: integer}, detail: {type: string}}",
      required: "title", mediaType: "application/problem+json")
    #expect(lowered.core.envelopes == [] && lowered.findings == [])
  }

  @Test func otherProblemDocumentsAreEnvelopes() throws {
    let lowered = try lower(
      """
      type: {type: string, format: uri}
      title: {type: string}
      status: {type: integer}
      detail: {type: string}
      code: {type: string}
      """, required: "type, title, status, code", mediaType: "application/problem+json")
    let envelope = try #require(lowered.core.envelopes.first)
    #expect(text(of: envelope) == "type=type title=title status=status detail=message code=code")
    #expect(lowered.core.defaultFormat == .envelope(EnvelopeID(0)))
  }

  private func lower(_ properties: String, required: String, mediaType: String = "application/json") throws -> Lowered {
    try checkPaths(
      """
      /a:
        get:
          responses:
            '204': {description: Done.}
            default: {description: Failed., content: {\(mediaType): {schema: {$ref: '#/components/schemas/Error'}}}}
      """,
      components: """
        schemas:
          Error:
            type: object
            required: [\(required)]
            properties:
              \(properties.split(separator: "\n").joined(separator: "\n      "))
        """)
  }

  private func text(of envelope: ErrorEnvelope) -> String {
    text(of: envelope.fields) + (envelope.listsFailure ? " (lists the failure)" : "")
  }

  private func text(of fields: [ErrorEnvelope.Assignment]) -> String {
    fields.map { "\($0.field)=\(text(of: $0.role))" }.joined(separator: " ")
  }

  private func text(of role: ErrorEnvelope.Role) -> String {
    switch role {
    case .object(_, let fields): return "{\(text(of: fields))}"
    case .violations(let pointer, let parameter, let code, let message):
      let parts = [("pointer", pointer), ("parameter", parameter), ("code", code), ("message", message)]
      return "violations(\(parts.map { "\($0.0): \($0.1 ?? "-")" }.joined(separator: ", ")))"
    case .constant(let constant):
      switch constant {
      case .text(let text): return "constant(\(text))"
      case .number(let number): return "constant(\(number))"
      case .flag(let flag): return "constant(\(flag))"
      case .null: return "constant(null)"
      case .emptyList: return "constant([])"
      }
    case .message, .code, .status, .title, .type, .instance, .details, .messages, .requestID, .timestamp: return "\(role)"
    }
  }
}
