internal import Crypto
internal import SpecWriting

/// A SHA-256 digest, written `sha256:` and 64 hexadecimal digits.
package struct ContentDigest: Hashable, Sendable, CustomStringConvertible {
  package let description: String

  /// Digests bytes as they are, such as those of an input file.
  package init(of bytes: some Sequence<UInt8>) {
    var hash = SHA256()
    hash.update(data: Array(bytes))
    self.init(hash.finalize())
  }

  /// Digests an output: of each file, in the order of their paths' bytes, the mode (`100644` or `100755`), a space, the path
  /// below the root of the repository, a zero byte, the length in decimal digits, a zero byte, and the bytes.
  ///
  /// Lengths come before contents, so that no two outputs give the same sequence. The lock file is not part of it.
  init(ofOutput files: [(path: String, isExecutable: Bool, bytes: [UInt8])]) {
    var hash = SHA256()
    for file in files.sorted(by: { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }) {
      let mode = file.isExecutable ? "100755" : "100644"
      hash.update(data: Array("\(mode) \(file.path)\0\(file.bytes.count)\0".utf8))
      hash.update(data: file.bytes)
    }
    self.init(hash.finalize())
  }

  /// Reads a digest as it is written; nothing where the text is none.
  init?(parsing text: some StringProtocol) {
    let digits = text.utf8.dropFirst(7)
    guard text.hasPrefix("sha256:"), digits.count == 64 else { return nil }
    guard digits.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }) else { return nil }
    description = String(text)
  }

  private init(_ digest: SHA256.Digest) {
    description = "sha256:" + digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}

/// One input of a generation, by name and content.
package struct InputDigest: Hashable, Sendable {
  /// The input's path below the project's root.
  package let name: String
  package let digest: ContentDigest

  package init(name: String, digest: ContentDigest) {
    self.name = name
    self.digest = digest
  }
}
