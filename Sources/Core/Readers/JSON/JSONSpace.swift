extension JSONReader {
  /// Moves to the next token. Comments are reported and skipped.
  mutating func skipSpace() throws(GaveUp) {
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): index += 1
      case UInt8(ascii: "#"): try skipComment(to: lineEnd)
      case UInt8(ascii: "/"):
        let second = index + 1 < bytes.count ? bytes[index + 1] : 0
        guard second == UInt8(ascii: "/") || second == UInt8(ascii: "*") else { return }
        try skipComment(to: second == UInt8(ascii: "*") ? blockCommentEnd : lineEnd)
      default: return
      }
    }
  }

  private mutating func skipComment(to end: Int) throws(GaveUp) {
    try report(
      "JSON has no comments", at: index..<end, hint: "Remove the comment, or name the file .yaml and begin comments with “#”.")
    index = end
  }

  /// Where the line of the next byte ends.
  var lineEnd: Int {
    bytes[index...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
  }

  private var blockCommentEnd: Int {
    var end = index + 2
    while end + 1 < bytes.count {
      if bytes[end] == UInt8(ascii: "*"), bytes[end + 1] == UInt8(ascii: "/") { return end + 2 }
      end += 1
    }
    return bytes.count
  }
}
