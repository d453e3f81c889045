import SpecIR
import SpecWriting

/// Values that stacks like to read differently: whether a contract allows them or not, all must agree.
struct WildValues {
  let contract: Contract

  /// Returns values of all kinds for a place of a type, each once.
  func values(for shape: Shape) -> [JSONValue] {
    var seen: Set<JSONValue> = []
    return (values(of: contract.resolved(shape.type).unwrapped, shape.constraints) + Self.anything).filter {
      seen.insert($0).inserted
    }
  }

  /// Returns texts that a parameter of the type may be given.
  func texts(for shape: Shape) -> [String] {
    var seen: Set<String> = []
    return values(for: shape).compactMap { value -> String? in
      switch value {
      case .string(let text): text
      case .number, .bool: RequestPath.text(of: value)
      case .null, .array, .object: nil
      }
    }.filter { seen.insert($0).inserted }
  }

  /// What is no value of most types.
  private static let anything: [JSONValue] = [.null, true, 1, "x", [], [:]]

  private func values(of type: TypeRef, _ constraints: Constraints) -> [JSONValue] {
    switch type {
    case .scalar(let scalar): return Self.values(of: scalar) + lengths(scalar, constraints) + formats(constraints)
    case .list(let item):
      return [
        [.null], .array(values(of: contract.resolved(item.type).unwrapped, item.constraints).prefix(3).map { $0 }),
      ]
    case .map: return [["": 1], ["a": .null]]
    case .named(let id):
      guard case .enumeration(let enumeration) = contract.core[id].kind else { return [] }
      let texts = enumeration.cases.compactMap(\.value.stringValue)
      return enumeration.cases.map(\.value) + texts.prefix(1).flatMap { [.string($0.uppercased()), .string($0 + " ")] }
    case .optional: return []
    }
  }

  /// Texts of characters beyond the basic plane, and of two code points a letter: lengths count code points.
  private func lengths(_ scalar: Scalar, _ constraints: Constraints) -> [JSONValue] {
    guard scalar == .string, let bound = constraints.maxLength, bound < 500 else { return [] }
    return ["😀", "e\u{301}"].flatMap { unit -> [JSONValue] in
      let count = bound / unit.unicodeScalars.count
      return [.string(String(repeating: unit, count: count)), .string(String(repeating: unit, count: count + 1))]
    }
  }

  private func formats(_ constraints: Constraints) -> [JSONValue] {
    switch constraints.format {
    case .email:
      [
        "a@b", "a@b.example", "A@B.EXAMPLE", "a@b..example", "ä@b.example", "a@bü.example", "a b@c.example",
        "a@[127.0.0.1]", "a@b.example\n", "\"a\"@b.example", "a+b@c.example", "@b.example", "a@",
      ]
    case .hostname: ["a", "a.", "-a.example", "a_b.example", "bü.example", "A.EXAMPLE", ""]
    case .ipv4: ["1.2.3", "01.2.3.4", "256.1.1.1", "1.2.3.4 ", "::1"]
    case .ipv6: ["::", "::1", "1::2::3", "fe80::1%eth0", "::ffff:1.2.3.4", "1:2:3:4:5:6:7:8:9"]
    case nil: []
    }
  }

  private static func values(of scalar: Scalar) -> [JSONValue] {
    switch scalar {
    case .string:
      [
        "", " ", "a", "é", "e\u{301}", "😀", "𝒜", "\u{0}", "\u{1F}", "\u{7F}", "\u{2028}", "\u{202E}x", "\u{FEFF}",
        "\u{FFFF}", "a\nb", "a\tb", "<b>&amp;", "' OR 1=1 --", "%_\\", "${x}",
      ]
    case .int32, .int64:
      numbers(
        "-1", "0", "-0", "2147483647", "2147483648", "-2147483648", "-2147483649", "9007199254740991", "9007199254740992",
        "9007199254740993", "9223372036854775807", "9223372036854775808", "-9223372036854775808", "-9223372036854775809", "1.0",
        "1.5",
        "1e2", "1e-2", "1E400", "100000000000000000000000") + ["1", " 1", "+1", "01", "1_000", "١"]
    case .float, .double:
      numbers("0", "-0.0", "0.1", "1.5", "1e308", "1e309", "-1e309", "5e-324", "1e-400", "3.4028235e38", "12345678901234567890")
        + ["1.5", "NaN", "Infinity", ".5", "1."]
    case .decimal:
      [
        "0", "0.00", "1", "1.50", "-0", "-0.00", "1e2", "NaN", "0.1", "99999999999999999999999999999",
        "0.0000000000000000000000000000001", "1.", ".5", " 1", "+1", "1,5", "0x1", "١",
      ] + numbers("1.5", "2")
    case .date:
      [
        "2024-02-29", "2023-02-29", "1900-02-29", "2024-13-01", "2024-00-10", "2024-04-31", "0000-01-01", "0001-01-01",
        "9999-12-31", "10000-01-01", "-0001-01-01", "2024-1-1", "2024-01-31T00:00:00Z", "20240131", " 2024-01-31",
      ]
    case .dateTime:
      [
        "2024-02-29T12:00:00Z", "2023-02-29T12:00:00Z", "2024-01-31T12:00:00+02:00", "2024-01-01T00:30:00+01:00",
        "2024-12-31T23:30:00-01:00",
        "2024-01-31T12:00:00-00:00", "2024-01-31t12:00:00z", "2024-01-31 12:00:00Z", "2024-01-31T12:00:00",
        "2024-01-31T12:00:00.5Z",
        "2024-01-31T12:00:00.123456789Z", "2024-01-31T12:00:00.1234567891234Z", "2024-01-31T12:00:00.Z", "2024-01-31T12:00:00,5Z",
        "2024-01-31T24:00:00Z", "2016-12-31T23:59:60Z",
        "2024-01-31T12:00:00+24:00", "2024-01-31T12:00:00+0200", "2024-01-31T12:00Z", "0001-01-01T00:00:00Z",
        "0000-01-01T00:00:00Z", "0000-12-31T23:59:59-01:00", "0001-01-01T00:00:00+01:00", "9999-12-31T23:59:59Z",
        "9999-12-31T23:59:59-01:00",
      ]
    case .time: ["12:00:00", "12:00:00Z", "12:00:00+02:00", "24:00:00Z", "12:00Z", "12:00:60Z", "12:00:00.5Z"]
    case .duration: ["P1D", "PT1S", "P", "PT", "P1W", "P1.5D", "P1Y2M3DT4H5M6S", "-P1D", "p1d", "PT1M1H"]
    case .uuid:
      [
        "0190a5b8-1c3d-7e4f-8a9b-0c1d2e3f4a5b", "0190A5B8-1C3D-7E4F-8A9B-0C1D2E3F4A5B", "{0190a5b8-1c3d-7e4f-8a9b-0c1d2e3f4a5b}",
        "urn:uuid:0190a5b8-1c3d-7e4f-8a9b-0c1d2e3f4a5b", "0190a5b81c3d7e4f8a9b0c1d2e3f4a5b",
        "00000000-0000-0000-0000-000000000000",
        "0190a5b8-1c3d-7e4f-8a9b-0c1d2e3f4a5", "0190a5b8-1c3d-7e4f-8a9b-0c1d2e3f4a5g",
      ]
    case .uri:
      [
        "https://example.org", "HTTPS://EXAMPLE.ORG/", "mailto:a@b.example", "/relative", "", "http://",
        "http://exämple.org/", "a b", "urn:x:y", "http://[::1]/", "http://a/%zz", "http://a/%20", "http://a:99999/",
        "javascript:alert(1)", "http://a/\u{202E}",
      ]
    case .bytes: ["", "aGVsbG8=", "aGVsbG8", "aGVs bG8=", "_-8=", "+/8=", "aGVsbG8==", "aGVsbG9=", "a"]
    case .bool: ["true", "false", "TRUE", "1", 0]
    case .json: [[1, "a", .null], ["a": ["b": 1]]] + numbers("1.5")
    case .file: []
    }
  }

  private static func numbers(_ literals: String...) -> [JSONValue] {
    literals.compactMap { JSONNumber(literal: $0) }.map { .number($0) }
  }
}
