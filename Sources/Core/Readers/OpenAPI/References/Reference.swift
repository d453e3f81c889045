internal import SpecDocuments

/// The text of a `$ref`, taken apart (RFC 3986 §4.1).
struct Reference {
  /// What stands before `#`, percent-decoded; empty for the same file.
  let file: String
  let fragment: Fragment

  enum Fragment {
    /// The whole file, or a place in it.
    case pointer(JSONPointer)
    case anchor(String)
  }

  /// Nothing where the text is no reference.
  init?(_ text: String) {
    guard !text.isEmpty else { return nil }
    let mark = text.firstIndex(of: "#")
    guard let file = Self.percentDecoded(String(text[..<(mark ?? text.endIndex)])) else { return nil }
    self.file = file
    let fragment = mark.map { String(text[text.index(after: $0)...]) } ?? ""
    if fragment.isEmpty || fragment.hasPrefix("/") || fragment.lowercased().hasPrefix("%2f") {
      guard let pointer = JSONPointer(fragment: fragment) else { return nil }
      self.fragment = .pointer(pointer)
    } else {
      self.fragment = .anchor(fragment)
    }
  }

  /// Whether the file is named by a URL with a scheme and not by a path.
  var isRemote: Bool {
    guard let colon = file.firstIndex(of: ":") else { return file.hasPrefix("//") }
    let scheme = file[..<colon]
    // One letter is a drive.
    return scheme.utf8.count > 1
      && scheme.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
          UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
          true
        default: false
        }
      }
  }

  private static func percentDecoded(_ text: String) -> String? {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    var out: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        out.append(byte)
        continue
      }
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      guard digits.utf8.count == 2, let value = UInt8(digits, radix: 16) else { return nil }
      rest = rest.dropFirst(2)
      out.append(value)
    }
    return String(validating: out, as: UTF8.self)
  }
}
