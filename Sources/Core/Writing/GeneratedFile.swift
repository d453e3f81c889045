/// One file of an adapter's output.
public struct GeneratedFile: Hashable, Sendable {
  public let path: RelativePath
  public let content: Content
  public let isExecutable: Bool

  /// What our own adapters write is text; one of somebody else may write pictures.
  public enum Content: Hashable, Sendable {
    case text(String)
    case bytes([UInt8])
  }

  public init(path: RelativePath, content: Content, isExecutable: Bool = false) {
    self.path = path
    self.content = content
    self.isExecutable = isExecutable
  }

  public init(path: RelativePath, text: String, isExecutable: Bool = false) {
    self.init(path: path, content: .text(text), isExecutable: isExecutable)
  }

  /// The file as text; bytes that are no UTF-8 are shown as U+FFFD.
  public var text: String {
    switch content {
    case .text(let text): text
    case .bytes(let bytes): String(decoding: bytes, as: UTF8.self)
    }
  }

  /// The file as it is written.
  public var bytes: [UInt8] {
    switch content {
    case .text(let text): Array(text.utf8)
    case .bytes(let bytes): bytes
    }
  }
}
