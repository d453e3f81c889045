internal import CLibGit2

/// The name of an object: 40 lowercase hexadecimal digits (SHA-1).
package struct ObjectID: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let description: String

  /// The first seven digits, as git shows them.
  package var short: String { String(description.prefix(7)) }

  init(_ raw: git_oid) {
    let digits = Array("0123456789abcdef".utf8)
    description = withUnsafeBytes(of: raw) { bytes in
      String(unsafeUninitializedCapacity: 40) { buffer in
        for (index, byte) in bytes.enumerated() {
          buffer[2 * index] = digits[Int(byte >> 4)]
          buffer[2 * index + 1] = digits[Int(byte & 15)]
        }
        return 40
      }
    }
  }

  /// Reads a name; nothing where the text is none.
  init?(hexadecimal text: String) {
    var raw = git_oid()
    guard text.utf8.count == 40, git_oid_fromstr(&raw, text) == 0 else { return nil }
    self.init(raw)
  }

  /// The library's spelling of this name.
  var raw: git_oid {
    var raw = git_oid()
    // Cannot fail: every ObjectID was made from a git_oid.
    git_oid_fromstr(&raw, description)
    return raw
  }

  package static func < (lhs: Self, rhs: Self) -> Bool { lhs.description < rhs.description }
}
