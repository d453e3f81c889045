internal import CLibGit2

/// Who makes a commit, and when. Always passed in: nothing here asks a clock or the environment.
package struct Signature: Hashable, Sendable {
  package let name: String
  package let email: String
  /// Seconds since 1970-01-01T00:00:00Z, which git does not go back behind.
  package let seconds: Int64
  /// Minutes east of UTC, less than a day.
  package let offsetMinutes: Int

  package init(name: String, email: String, seconds: Int64, offsetMinutes: Int = 0) {
    self.name = name
    self.email = email
    self.seconds = seconds
    self.offsetMinutes = offsetMinutes
  }

  /// The library's form of this signature, for the caller to free.
  func makeRaw() throws(GitError) -> UnsafeMutablePointer<git_signature> {
    let invalid = GitError.invalidSignature(name: name, email: email)
    guard (name + email).unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F }) else { throw invalid }
    guard seconds >= 0, let offset = Int32(exactly: offsetMinutes), abs(offset) < 24 * 60 else { throw invalid }
    var raw: UnsafeMutablePointer<git_signature>?
    guard git_signature_new(&raw, name, email, seconds, offset) == 0, let raw else { throw invalid }
    return raw
  }
}

/// A name and an address, as `git config` has them.
package struct Identity: Hashable, Sendable {
  package let name: String
  package let email: String
}

extension GitRepository {
  /// Returns `user.name` and `user.email` of the configuration; nothing where one of them is missing.
  package borrowing func identity() throws(GitError) -> Identity? {
    let config = try configuration()
    guard let name = try config.string("user.name"), let email = try config.string("user.email") else { return nil }
    return Identity(name: name, email: email)
  }
}

extension Owned {
  fileprivate borrowing func string(_ key: String) throws(GitError) -> String? {
    var value: UnsafePointer<CChar>?
    guard try LibGit2.found(git_config_get_string(&value, pointer, key), "read \(key)"), let value else { return nil }
    return String(cString: value)
  }
}
