extension PathTemplate {
  /// Returns literal text as clients send it: what a path cannot hold is percent-encoded, and an escape that the contract wrote
  /// stays (RFC 3986 §3.3).
  ///
  /// Servers compare paths before they decode them, so a route for `/größe` has to say `/gr%C3%B6%C3%9Fe`.
  public static func encoded(_ literal: String) -> String {
    let bytes = Array(literal.utf8)
    var encoded = ""
    for (index, byte) in bytes.enumerated() {
      if isPlain(byte) || byte == UInt8(ascii: "%") && bytes[(index + 1)...].prefix(2).count(where: isHexadecimal) == 2 {
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        encoded += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
    return encoded
  }

  /// Whether a byte is a `pchar` of RFC 3986 by itself.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
    default: "-._~!$&'()*+,;=:@".utf8.contains(byte)
    }
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "F"), UInt8(ascii: "a")...UInt8(ascii: "f"): true
    default: false
    }
  }
}
