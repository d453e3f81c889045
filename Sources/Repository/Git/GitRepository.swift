internal import CLibGit2

#if canImport(Glibc)
  private import Glibc
#elseif canImport(Musl)
  private import Musl
#elseif canImport(Darwin)
  private import Darwin
#endif

/// An open git repository. It reads anything, and writes objects into memory until ``sealPack(of:)``.
///
/// Its work tree, its index and its HEAD are never written: no function here does so.
package struct GitRepository: ~Copyable {
  private let handle: Owned
  /// The object store without the part in memory, to tell what still has to be written.
  let stored: Owned
  /// Holds every object written by this value until it is packed. The repository's object store owns it.
  let memory: UnsafeMutablePointer<git_odb_backend>

  /// The work tree's folder, or the git folder of a bare repository, with `/` at its end.
  package let root: String
  package let isBare: Bool

  var pointer: OpaquePointer { handle.pointer }

  /// Opens the repository that holds `path`, which may be any folder below its root.
  package static func discover(from path: String) throws(GitError) -> GitRepository {
    try LibGit2.start()
    var opened: OpaquePointer?
    var code = git_repository_open_ext(&opened, path, 0, nil)
    if LibGit2.refusesOwner(code) {
      guard try LibGit2.trustsAllOwners() else { throw .untrustedOwner(path: repositoryRoot(of: path)) }
      code = git_repository_open_ext(&opened, path, 0, nil)
    }
    if code == GIT_ENOTFOUND.rawValue { throw .notARepository(path: path) }
    guard code >= 0, let opened else { throw unsupported(path, LibGit2.failure(code, "open the repository at \(path)")) }
    let handle = Owned(taking: opened, freedBy: git_repository_free)
    return GitRepository(handle: handle, stored: try openStore(of: opened), memory: try attachMemory(to: opened))
  }

  /// The folder that git's `safe.directory` has to name: the nearest one above that holds a `.git`.
  private static func repositoryRoot(of path: String) -> String {
    var folder = path[...]
    while !folder.isEmpty {
      if access("\(folder)/.git", F_OK) == 0 { return String(folder) }
      folder = folder.lastIndex(of: "/").map { folder[..<$0] } ?? ""
    }
    // A bare repository is its own root.
    return path
  }

  private init(handle: consuming Owned, stored: consuming Owned, memory: UnsafeMutablePointer<git_odb_backend>) {
    let pointer = handle.pointer
    self.handle = handle
    self.stored = stored
    self.memory = memory
    isBare = git_repository_is_bare(pointer) == 1
    root = String(cString: git_repository_workdir(pointer) ?? git_repository_path(pointer))
  }

  private static func openStore(of repository: OpaquePointer) throws(GitError) -> Owned {
    var buffer = git_buf()
    defer { git_buf_dispose(&buffer) }
    try LibGit2.check(
      git_repository_item_path(&buffer, repository, GIT_REPOSITORY_ITEM_OBJECTS), "find the object store")
    let folder = String(cString: buffer.ptr)
    return try Owned("open the object store", freedBy: git_odb_free) { git_odb_open(&$0, folder) }
  }

  /// Puts a store in memory before the ones on the disk, so that nothing reaches the disk object by object.
  private static func attachMemory(to repository: OpaquePointer) throws(GitError) -> UnsafeMutablePointer<git_odb_backend> {
    let store = try Owned("open the object store", freedBy: git_odb_free) { git_repository_odb(&$0, repository) }
    var memory: UnsafeMutablePointer<git_odb_backend>?
    try LibGit2.check(git_mempack_new(&memory), "make room for objects")
    guard let memory else { throw LibGit2.failure(-1, "make room for objects") }
    // Loose objects have priority 1 and packs 2; the highest is asked first.
    try LibGit2.check(git_odb_add_backend(store.pointer, memory, 1000), "make room for objects")
    return memory
  }

  /// Names the form that made opening fail; libgit2 says it only in words ("unsupported extension name extensions.…").
  private static func unsupported(_ path: String, _ failure: GitError) -> GitError {
    guard case .repository(_, let message) = failure, let mark = message.firstRange(of: "extensions.") else { return failure }
    let name = String(message[mark.upperBound...].prefix { $0.isLetter || $0.isNumber }).lowercased()
    switch name {
    case "objectformat": return .unsupported(path: path, form: .sha256)
    case "partialclone": return .unsupported(path: path, form: .partialClone)
    default: return .unsupported(path: path, form: .extension(name))
    }
  }

  /// Whether the history is cut off: what lies before the cut cannot be a merge base.
  var isShallow: Bool { git_repository_is_shallow(pointer) == 1 }
}
