/// One file of an adapter's output.
public struct GeneratedFile: Hashable, Sendable {
  public let path: RelativePath
  public let text: String
  public let isExecutable: Bool

  public init(path: RelativePath, text: String, isExecutable: Bool = false) {
    self.path = path
    self.text = text
    self.isExecutable = isExecutable
  }
}
