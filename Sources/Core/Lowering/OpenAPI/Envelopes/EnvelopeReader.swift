internal import SpecIR

/// Why a schema is no envelope; without a reason where failures are written as problem documents anyway.
struct EnvelopeRefusal: Error {
  let reason: String?
}

/// Finds the roles of the fields of a schema that is declared for failures.
///
/// A required field must have a role, or the schema is no envelope: nothing is made up for it.
struct EnvelopeReader {
  let core: CoreModel
  let mediaType: String

  /// `{ "error": { "code": …, "message": … } }` is as deep as envelopes are.
  private static let deepestObject = 1

  func envelope(_ model: ModelID) throws(EnvelopeRefusal) -> ErrorEnvelope {
    if isProblemDocument(model) { throw EnvelopeRefusal(reason: nil) }
    let fields = try assignments(model, depth: 0)
    let roles = fields.flatMap(\.role.withInner)
    let tellsFailure = roles.contains(where: \.tellsFailure)
    guard tellsFailure || roles.contains(where: \.listsViolations) else {
      throw EnvelopeRefusal(reason: "it has no member for a message or a code")
    }
    return ErrorEnvelope(model: model, fields: fields, mediaType: mediaType, listsFailure: !tellsFailure)
  }

  /// Whether the schema describes no more than RFC 9457 does and is open, so that a problem document fits it as it is.
  private func isProblemDocument(_ model: ModelID) -> Bool {
    guard mediaType == "application/problem+json", case .structure(let structure) = core[model].kind else { return false }
    if structure.additional == .forbidden { return false }
    return structure.fields.allSatisfy { field in
      let kind = EnvelopeFieldKind(field.shape, in: core)
      switch field.name {
      case "type", "title", "detail", "instance": return kind.isFreeText
      case "status": return kind.isFreeInteger
      default: return false
      }
    }
  }

  private func assignments(_ model: ModelID, depth: Int) throws(EnvelopeRefusal) -> [ErrorEnvelope.Assignment] {
    guard case .structure(let structure) = core[model].kind else { return [] }
    // A sentence can only stand in a text: `details` as an open object is none.
    let names = Set(
      structure.fields.filter { EnvelopeFieldKind($0.shape, in: core).mayTell }.map { EnvelopeWords.plain($0.name) })
    var assignments: [ErrorEnvelope.Assignment] = []
    for field in structure.fields {
      let kind = EnvelopeFieldKind(field.shape, in: core)
      var role = EnvelopeWords.role(of: field.name, kind, among: names, isProblem: mediaType == "application/problem+json")
      if role == nil { role = try inner(field, kind, depth: depth) }
      if role == nil, field.presence == .required {
        role = kind.constant(for: field) ?? (field.shape.type.isOptional ? .constant(.null) : nil)
        // A link to what is known of the failure: RFC 9457 §4.2.1 has a URI for “nothing more than the status says”.
        if role == nil, kind.isFreeText, EnvelopeWords.isLink(field.name) { role = .type }
      }
      if let role {
        assignments.append(.init(field: field.name, role: role))
      } else if field.presence == .required {
        throw EnvelopeRefusal(reason: "nothing is known that fills its member “\(field.name)”")
      }
    }
    return assignments
  }

  /// A role that is made of the field's own members.
  private func inner(_ field: Field, _ kind: EnvelopeFieldKind, depth: Int) throws(EnvelopeRefusal) -> ErrorEnvelope.Role? {
    switch kind {
    case .structure(let model):
      guard depth < Self.deepestObject, EnvelopeWords.isObject(field.name) else { return nil }
      do throws(EnvelopeRefusal) {
        let inner = try assignments(model, depth: depth + 1)
        return inner.isEmpty && field.presence != .required ? nil : .object(model, inner)
      } catch {
        if field.presence == .required { throw error }
        return nil
      }
    case .structures(let model): return EnvelopeWords.isList(field.name) ? violations(model) : nil
    case .text, .listedTexts, .integer, .listedIntegers, .flag, .listedFlags, .texts, .list, .open, .time, .other: return nil
    }
  }

  /// Roles for the members of a violation; nothing where a required one has none.
  private func violations(_ model: ModelID) -> ErrorEnvelope.Role? {
    guard case .structure(let structure) = core[model].kind else { return nil }
    var pointer: String?
    var parameter: String?
    var code: String?
    var message: String?
    for field in structure.fields {
      let isText = EnvelopeFieldKind(field.shape, in: core).isFreeText
      switch EnvelopeWords.part(field.name) {
      case .pointer where isText && pointer == nil: pointer = field.name
      case .parameter where isText && parameter == nil: parameter = field.name
      case .code where isText && code == nil: code = field.name
      case .message where isText && message == nil: message = field.name
      case .pointer, .parameter, .code, .message, nil: if field.presence == .required { return nil }
      }
    }
    guard message != nil || code != nil else { return nil }
    return .violations(pointer: pointer, parameter: parameter, code: code, message: message)
  }
}

extension ErrorEnvelope.Role {
  /// The role, and those of the fields within it.
  var withInner: [ErrorEnvelope.Role] {
    guard case .object(_, let fields) = self else { return [self] }
    return [self] + fields.flatMap(\.role.withInner)
  }

  /// Whether it tells what failed.
  fileprivate var tellsFailure: Bool {
    switch self {
    case .message, .code, .title: true
    case .status, .type, .instance, .details, .object, .violations, .messages, .requestID, .timestamp, .constant: false
    }
  }

  fileprivate var listsViolations: Bool {
    switch self {
    case .violations, .messages: true
    case .message, .code, .title, .status, .type, .instance, .details, .object, .requestID, .timestamp, .constant: false
    }
  }
}
