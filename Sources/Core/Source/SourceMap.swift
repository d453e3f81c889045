/// All input files of a run, by id and in the order in which they were read.
public struct SourceMap: Sendable {
  public private(set) var files: [SourceFile] = []

  public init() {}

  /// Keeps a file and returns the id by which ranges name it.
  public mutating func add(path: String, bytes: [UInt8]) -> SourceID {
    files.append(SourceFile(path: path, bytes: bytes))
    return SourceID(index: files.count - 1)
  }

  public subscript(id: SourceID) -> SourceFile { files[Int(id.index)] }

  /// Returns where a range starts.
  public func start(of range: SourceRange) -> SourcePosition {
    self[range.source].position(at: Int(range.start))
  }

  /// Returns where a range ends.
  public func end(of range: SourceRange) -> SourcePosition {
    self[range.source].position(at: Int(range.end))
  }
}
