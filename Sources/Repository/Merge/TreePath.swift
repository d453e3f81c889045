internal import SpecWriting

/// A path inside a repository: bytes, since git promises no encoding.
///
/// Ordered folder by folder, so that all that lies below one folder stands together.
struct TreePath: Hashable, Sendable {
  let bytes: [UInt8]

  init(_ path: RelativePath) { bytes = Array(path.description.utf8) }

  init(_ bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

  init(cString: UnsafePointer<CChar>) {
    var length = 0
    while cString[length] != 0 { length += 1 }
    bytes = UnsafeRawBufferPointer(start: cString, count: length).map { $0 }
  }

  /// The names between the slashes.
  var components: [ArraySlice<UInt8>] { bytes.split(separator: Self.slash) }

  /// The folders above this path, the outermost first.
  var parents: [TreePath] {
    bytes.indices.filter { bytes[$0] == Self.slash }.map { TreePath(bytes[..<$0]) }
  }

  /// The path that another one has below this folder.
  func appending(_ path: TreePath) -> TreePath { TreePath(bytes + [Self.slash] + path.bytes) }

  /// What is left of this path inside a folder; nothing where it does not lie there.
  func relative(to folder: TreePath) -> TreePath? {
    let length = folder.bytes.count
    guard bytes.count > length, bytes[length] == Self.slash, bytes.starts(with: folder.bytes) else { return nil }
    return TreePath(bytes[(length + 1)...])
  }

  func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    (bytes.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer { buffer in
      // The buffer holds at least the final zero, so it has an address.
      body(buffer.baseAddress.unsafelyUnwrapped)
    }
  }

  private static let slash = UInt8(ascii: "/")
}

extension TreePath: Comparable {
  static func < (lhs: Self, rhs: Self) -> Bool {
    // A slash sorts before every other byte, so that `a/b` comes before `a.b`.
    lhs.bytes.lexicographicallyPrecedes(rhs.bytes) { ($0 == slash ? 0 : $0) < ($1 == slash ? 0 : $1) }
  }
}

extension TreePath: CustomStringConvertible {
  /// The path on one line: what is no printable UTF-8 is escaped as in a JSON string.
  var description: String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F || $0 == "\u{FFFD}" }) else { return text }
    var quoted = ""
    JSONWriter.quote(text, into: &quoted)
    return quoted
  }
}
