/// A JSON Pointer (RFC 6901): the way from a document's root to one of its nodes.
package struct JSONPointer: Hashable, Sendable, CustomStringConvertible {
  /// The reference tokens, unescaped.
  package var tokens: [String]

  package init(_ tokens: [String] = []) { self.tokens = tokens }

  /// Reads `/paths/~1pets/get`; nothing where the text is no pointer (§3: each token starts with `/`, `~` is followed by 0 or 1).
  package init?(_ text: String) {
    guard let first = text.utf8.first else {
      self.init([])
      return
    }
    guard first == UInt8(ascii: "/") else { return nil }
    var tokens: [String] = []
    for part in text.utf8.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      guard let token = Self.unescape(Substring(part)) else { return nil }
      tokens.append(token)
    }
    self.init(tokens)
  }

  /// Reads the fragment of a URI without its `#`: a pointer whose bytes may be percent-encoded (§6).
  package init?(fragment: String) {
    guard fragment.utf8.contains(UInt8(ascii: "%")) else {
      self.init(fragment)
      return
    }
    guard let decoded = Self.percentDecoded(fragment) else { return nil }
    self.init(decoded)
  }

  /// The pointer as text, each token escaped.
  package var description: String { tokens.reduce(into: "") { $0 += "/" + Self.escape($1) } }

  package func appending(_ token: String) -> JSONPointer { JSONPointer(tokens + [token]) }

  package func appending(_ index: Int) -> JSONPointer { appending(String(index)) }

  /// Writes `~` as `~0` and `/` as `~1` (§3).
  package static func escape(_ token: String) -> String {
    guard token.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else { return token }
    var out = ""
    for scalar in token.unicodeScalars {
      switch scalar {
      case "~": out += "~0"
      case "/": out += "~1"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  private static func unescape(_ token: Substring) -> String? {
    guard token.utf8.contains(UInt8(ascii: "~")) else { return String(token) }
    var out = String.UnicodeScalarView()
    var rest = token.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "~" else {
        out.append(scalar)
        continue
      }
      switch rest.popFirst() {
      case "0": out.append("~")
      case "1": out.append("/")
      default: return nil
      }
    }
    return String(out)
  }

  private static func percentDecoded(_ text: String) -> String? {
    var out: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        out.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(hexDigit), let low = rest.popFirst().flatMap(hexDigit) else { return nil }
      out.append(high << 4 | low)
    }
    return String(validating: out, as: UTF8.self)
  }
}

/// The value of a hexadecimal digit.
func hexDigit(_ byte: UInt8) -> UInt8? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
  default: nil
  }
}
