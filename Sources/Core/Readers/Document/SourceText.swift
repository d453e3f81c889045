internal import SpecDiagnostics
internal import SpecSource

/// What has to be known of a file before its text is read: it is UTF-8, and where it begins.
struct SourceText {
  /// The length of the byte order mark, which is no part of the text.
  let start: Int
  /// Whether a character is a byte throughout.
  let isASCII: Bool

  /// Checks size and encoding; reports what is wrong and returns nothing.
  static func check(_ bytes: [UInt8], of source: SourceID, into diagnostics: inout Diagnostics) -> SourceText? {
    guard bytes.count <= DocumentLimits.fileSize else {
      diagnostics.report(
        .documentSize, "the file is larger than \(DocumentLimits.fileSize / 1_048_576) MiB",
        at: SourceRange(source: source, start: 0, end: 0))
      return nil
    }
    if let encoding = foreignEncoding(bytes) {
      diagnostics.report(
        .sourceEncoding, "the file is encoded as \(encoding), and only UTF-8 is read",
        at: SourceRange(source: source, start: 0, end: 0), hint: "Save the file as UTF-8.")
      return nil
    }
    do {
      var text = try UTF8Span(validating: bytes.span)
      let isASCII = text.checkForASCII()
      if let zero = bytes.firstIndex(of: 0) {
        diagnostics.report(
          .sourceEncoding, "the file holds a NUL byte, so that it is hardly text",
          at: SourceRange(source: source, start: zero, end: zero + 1), hint: "Remove the byte.")
        return nil
      }
      return SourceText(start: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0, isASCII: isASCII)
    } catch {
      let place = error.byteOffsets
      diagnostics.report(
        .sourceEncoding, "the byte 0x\(hex(bytes[place.lowerBound])) is not UTF-8 here",
        at: SourceRange(source: source, start: place.lowerBound, end: place.upperBound), hint: "Save the file as UTF-8.")
      return nil
    }
  }

  /// Names UTF-16 and UTF-32 by their byte order marks, or by the zero bytes that a first ASCII character has in them
  /// (YAML 1.2.2 §5.2).
  private static func foreignEncoding(_ bytes: [UInt8]) -> String? {
    let head = bytes.prefix(4)
    let marks: [([UInt8], String)] = [
      ([0x00, 0x00, 0xFE, 0xFF], "UTF-32"), ([0xFF, 0xFE, 0x00, 0x00], "UTF-32"),
      ([0xFE, 0xFF], "UTF-16 (big-endian)"), ([0xFF, 0xFE], "UTF-16 (little-endian)"),
    ]
    if let mark = marks.first(where: { head.starts(with: $0.0) }) { return mark.1 }
    let isZero = head.map { $0 == 0 }
    return switch isZero {
    case [true, true, true, false], [false, true, true, true]: "UTF-32"
    case [true, false, true, false], [true, false]: "UTF-16 (big-endian)"
    case [false, true, false, true], [false, true]: "UTF-16 (little-endian)"
    default: nil
    }
  }

  private static func hex(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.count == 1 ? "0" + digits : digits
  }
}
