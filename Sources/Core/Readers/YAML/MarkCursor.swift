/// Turns libyaml's marks, which count characters, into byte offsets.
///
/// Marks hardly ever go back, and then by no more than the 1024 characters of a simple key, so that walking from the last one is
/// linear over a whole document.
struct MarkCursor {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let isASCII: Bool
  private var characters = 0
  private var offset = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>, isASCII: Bool) {
    self.bytes = bytes
    self.isASCII = isASCII
  }

  /// Returns the byte offset of a mark.
  mutating func offset(of mark: Int) -> Int {
    if isASCII { return min(mark, bytes.count) }
    while characters < mark, offset < bytes.count {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      characters += 1
    }
    while characters > mark, offset > 0 {
      offset -= 1
      while offset > 0, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
      characters -= 1
    }
    return offset
  }

  mutating func range(of marks: Range<Int>) -> Range<Int> {
    let start = offset(of: marks.lowerBound)
    return start..<max(start, offset(of: marks.upperBound))
  }
}
