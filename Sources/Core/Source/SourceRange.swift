/// Which file of a ``SourceMap``.
public struct SourceID: Hashable, Sendable, Comparable {
  public let index: UInt32

  public init(index: Int) { self.index = UInt32(index) }

  public static func < (lhs: Self, rhs: Self) -> Bool { lhs.index < rhs.index }
}

/// A half-open range of bytes in one source file; offsets count from 0.
public struct SourceRange: Hashable, Sendable {
  public let source: SourceID
  public let start: UInt32
  public let end: UInt32

  public init(source: SourceID, start: Int, end: Int) {
    self.source = source
    self.start = UInt32(clamping: start)
    self.end = UInt32(clamping: max(start, end))
  }
}

/// A place that people read: lines and columns count from 1, columns in Unicode scalars.
public struct SourcePosition: Hashable, Sendable {
  public let line: Int
  public let column: Int
  /// The same place in bytes from the start of the file, counted from 0.
  public let offset: Int
}
