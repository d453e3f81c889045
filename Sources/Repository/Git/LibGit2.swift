internal import CLibGit2

/// The door to the C library: it is started once per process, and its errors become ``GitError``s here.
enum LibGit2 {
  private static let startCode: Int32 = specforge_git_start()

  /// Starts the library; later calls only return the first answer.
  static func start() throws(GitError) {
    try check(startCode, "start libgit2")
  }

  /// Lets only a repository's own configuration count, in this whole process: for tests, which must not depend on a machine.
  static func hideConfiguration() throws(GitError) {
    try start()
    try check(specforge_git_hide_configuration(), "hide the configuration")
  }

  /// Throws where `code` says that a call failed.
  ///
  /// The library keeps its message per thread until the next call, so it is copied out here, at once.
  static func check(_ code: Int32, _ attempt: @autoclosure () -> String) throws(GitError) {
    guard code < 0 else { return }
    throw failure(code, attempt())
  }

  /// Like ``check(_:_:)``, but "not found" is an answer and not an error.
  static func found(_ code: Int32, _ attempt: @autoclosure () -> String) throws(GitError) -> Bool {
    guard code != GIT_ENOTFOUND.rawValue else { return false }
    try check(code, attempt())
    return true
  }

  /// Whether the opening that has just failed did so because the repository belongs to another user.
  ///
  /// libgit2 1.5 says then that "safe.directory" was not found, if that is not configured at all.
  static func refusesOwner(_ code: Int32) -> Bool {
    let isOfConfiguration = git_error_last().map { $0.pointee.klass == Int32(GIT_ERROR_CONFIG.rawValue) } ?? false
    return code == GIT_EOWNER.rawValue || code == GIT_ENOTFOUND.rawValue && isOfConfiguration
  }

  /// Trusts all owners in this process if the user or the machine says so by `safe.directory = *` (`git help config`), which
  /// libgit2 1.5 does not know. A repository's own configuration is not asked. An empty value takes back what came before it.
  static func trustsAllOwners() throws(GitError) -> Bool {
    let configuration = try Owned("read the configuration", freedBy: git_config_free) { git_config_open_default(&$0) }
    let settings = configuration.pointer
    let iterator = try Owned("read the configuration", freedBy: git_config_iterator_free) {
      git_config_iterator_glob_new(&$0, settings, "^safe\\.directory$")
    }
    var isTrusted = false
    var entry: UnsafeMutablePointer<git_config_entry>?
    while git_config_next(&entry, iterator.pointer) == 0 {
      switch entry?.pointee.value.map({ String(cString: $0) }) ?? "" {
      case "*": isTrusted = true
      case "": isTrusted = false
      default: break
      }
    }
    if isTrusted { try check(specforge_git_trust_owners(), "trust other users") }
    return isTrusted
  }

  /// Returns the error of the call that has just failed.
  static func failure(_ code: Int32, _ attempt: String) -> GitError {
    let last = git_error_last()
    let message = last.flatMap { $0.pointee.message }.map { String(cString: $0) } ?? "no reason given"
    guard let last, !blamesCaller(git_error_t(UInt32(bitPattern: last.pointee.klass))) else {
      return .library(attempt: attempt, code: code, message: message)
    }
    return .repository(attempt: attempt, message: message)
  }

  /// Whether errors of a class tell of a wrong call, and not of the disk or of what a repository holds.
  private static func blamesCaller(_ errors: git_error_t) -> Bool {
    [GIT_ERROR_NONE, GIT_ERROR_INVALID, GIT_ERROR_CALLBACK, GIT_ERROR_INTERNAL].contains(errors)
  }
}

/// A C object that has one owner and is freed once, when that owner goes out of scope.
struct Owned: ~Copyable {
  let pointer: OpaquePointer
  private let free: (OpaquePointer?) -> Void

  /// Takes over what `make` stores; throws where `make` fails.
  init(
    _ attempt: @autoclosure () -> String, freedBy free: @escaping (OpaquePointer?) -> Void,
    make: (inout OpaquePointer?) -> Int32
  ) throws(GitError) {
    var made: OpaquePointer?
    let code = make(&made)
    guard code >= 0, let made else { throw LibGit2.failure(code, attempt()) }
    pointer = made
    self.free = free
  }

  /// Takes over an object that another call has already made.
  init(taking pointer: OpaquePointer, freedBy free: @escaping (OpaquePointer?) -> Void) {
    self.pointer = pointer
    self.free = free
  }

  deinit { free(pointer) }
}
