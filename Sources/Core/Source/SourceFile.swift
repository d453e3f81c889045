/// One input file, kept as bytes: nothing is decoded until somebody asks for a piece of it.
public struct SourceFile: Sendable {
  /// The path as the user would type it, relative to the project's root where it lies inside.
  public let path: String
  public let bytes: [UInt8]
  /// The byte offset at which each line starts; the first is always 0.
  let lineStarts: [UInt32]
  /// How many Unicode scalars start before each multiple of ``stride``, so that a column costs no more where a document is one line.
  private let scalarsBefore: [UInt32]

  /// The distance in bytes between two entries of ``scalarsBefore``.
  private static let stride = 1024

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    self.lineStarts = Self.lineStarts(of: bytes)
    self.scalarsBefore = Self.scalarsBefore(of: bytes)
  }

  /// Returns where lines start; LF, CR and CRLF each end a line (YAML 1.2 §5.4).
  private static func lineStarts(of bytes: [UInt8]) -> [UInt32] {
    var starts: [UInt32] = [0]
    bytes.withUnsafeBufferPointer { buffer in
      var index = 0
      while index < buffer.count {
        let byte = buffer[index]
        index += 1
        guard byte == 0x0A || byte == 0x0D else { continue }
        if byte == 0x0D, index < buffer.count, buffer[index] == 0x0A { index += 1 }
        starts.append(UInt32(truncatingIfNeeded: index))
      }
    }
    return starts
  }

  private static func scalarsBefore(of bytes: [UInt8]) -> [UInt32] {
    var counts: [UInt32] = []
    counts.reserveCapacity(bytes.count / stride + 1)
    bytes.withUnsafeBufferPointer { buffer in
      var count: UInt32 = 0
      for index in buffer.indices {
        if index % stride == 0 { counts.append(count) }
        if startsScalar(buffer[index]) { count &+= 1 }
      }
    }
    return counts
  }

  /// Whether a byte does not continue a scalar of UTF-8.
  private static func startsScalar(_ byte: UInt8) -> Bool { byte & 0xC0 != 0x80 }

  /// Returns how many scalars start before a byte offset.
  private func scalars(before offset: Int) -> Int {
    guard let mark = scalarsBefore.indices.last.map({ min(offset / Self.stride, $0) }) else { return 0 }
    return bytes[mark * Self.stride..<offset].reduce(into: Int(scalarsBefore[mark])) { count, byte in
      if Self.startsScalar(byte) { count += 1 }
    }
  }

  /// Returns the place of a byte offset; an offset beyond the end is the end.
  public func position(at offset: Int) -> SourcePosition {
    let offset = min(max(offset, 0), bytes.count)
    let line = lineIndex(of: offset)
    let column = scalars(before: offset) - scalars(before: Int(lineStarts[line])) + 1
    return SourcePosition(line: line + 1, column: column, offset: offset)
  }

  /// Returns the text of a line, counted from 1, without its end; bad UTF-8 is shown as U+FFFD.
  public func text(ofLine line: Int) -> String {
    String(decoding: bytes[range(ofLine: line)], as: UTF8.self)
  }

  /// Returns the bytes of a line, counted from 1, without its end; an empty range at the start where there is no such line.
  private func range(ofLine line: Int) -> Range<Int> {
    guard lineStarts.indices.contains(line - 1) else { return 0..<0 }
    let start = Int(lineStarts[line - 1])
    var end = line < lineStarts.count ? Int(lineStarts[line]) : bytes.count
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  private func lineIndex(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(lineStarts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
