internal import OpenAPIReader
internal import SpecIR
internal import SpecWriting

/// What a format means: a type of its own, or a check of text.
///
/// The formats of the OpenAPI format registry that change what a value is; others only describe it.
struct ScalarFormat {
  let scalar: Scalar
  var check: StringFormat?
  /// What the format's range is, where it is narrower than the scalar's.
  var range: ClosedRange<Int64>?

  /// Returns what a format of text means; nothing for a format that nobody knows.
  static func ofText(_ format: String) -> ScalarFormat? {
    switch format {
    case "date": ScalarFormat(scalar: .date)
    case "time": ScalarFormat(scalar: .time)
    case "date-time", "datetime": ScalarFormat(scalar: .dateTime)
    case "duration": ScalarFormat(scalar: .duration)
    case "uuid": ScalarFormat(scalar: .uuid)
    case "uri", "url": ScalarFormat(scalar: .uri)
    case "byte", "base64": ScalarFormat(scalar: .bytes)
    case "binary": ScalarFormat(scalar: .file)
    case "decimal": ScalarFormat(scalar: .decimal)
    case "email": ScalarFormat(scalar: .string, check: .email)
    case "hostname": ScalarFormat(scalar: .string, check: .hostname)
    case "ipv4": ScalarFormat(scalar: .string, check: .ipv4)
    case "ipv6": ScalarFormat(scalar: .string, check: .ipv6)
    // Text that is only shown or entered in another way.
    case "password", "string", "text", "markdown", "html", "uri-reference", "iri", "iri-reference", "char", "regex":
      ScalarFormat(scalar: .string)
    default: nil
    }
  }

  /// Returns what a format of an integer means.
  static func ofInteger(_ format: String) -> ScalarFormat? {
    switch format {
    case "int32": ScalarFormat(scalar: .int32)
    case "int64", "integer", "int": ScalarFormat(scalar: .int64)
    case "int8": ScalarFormat(scalar: .int32, range: -128...127)
    case "int16": ScalarFormat(scalar: .int32, range: -32768...32767)
    case "uint8": ScalarFormat(scalar: .int32, range: 0...255)
    case "uint16": ScalarFormat(scalar: .int32, range: 0...65535)
    case "uint32": ScalarFormat(scalar: .int64, range: 0...4_294_967_295)
    case "uint64", "uint": ScalarFormat(scalar: .int64, range: 0...Int64.max)
    default: nil
    }
  }

  /// Returns what a format of a number means.
  static func ofNumber(_ format: String) -> ScalarFormat? {
    switch format {
    case "float": ScalarFormat(scalar: .float)
    // An exact number travels as text; one that the contract makes a JSON number has the precision of one (RFC 8259 §6).
    case "double", "number", "decimal", "decimal128", "currency", "money": ScalarFormat(scalar: .double)
    // A number that is said to be whole.
    case "int32", "int64": ofInteger(format)
    default: nil
    }
  }

  /// Returns the type that a format belongs to, for schemas that state none.
  static func type(of format: String) -> OpenAPI.SchemaType? {
    if format == "decimal" || ofText(format) == nil {
      if ofInteger(format) != nil { return .integer }
      return ofNumber(format) != nil ? .number : nil
    }
    return .string
  }
}
