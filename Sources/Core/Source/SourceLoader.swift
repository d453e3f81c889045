/// The only way by which a reader gets at another file: readers open nothing themselves.
///
/// An implementation refuses what lies outside the project's root and never asks a network.
public protocol SourceLoader: Sendable {
  /// Returns the bytes of a file named relative to the file that refers to it.
  func load(_ reference: String, from referrer: String) -> Result<LoadedSource, SourceLoadFailure>
}

/// A file that a ``SourceLoader`` found.
public struct LoadedSource: Sendable {
  /// The path relative to the project's root: two references to one file give one path.
  public let path: String
  public let bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// Why a referenced file was not read.
public enum SourceLoadFailure: Error, Hashable, Sendable {
  case missing
  case outsideRoot
  case remote
  case unreadable(reason: String)
}

/// Refuses every reference; for inputs that stand alone.
public struct NoSources: SourceLoader {
  public init() {}

  public func load(_ reference: String, from referrer: String) -> Result<LoadedSource, SourceLoadFailure> {
    .failure(.missing)
  }
}
