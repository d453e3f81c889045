internal import CLibGit2

/// What HEAD names.
package enum Head: Equatable, Sendable {
  /// A branch, by its short name.
  case branch(String)
  /// A branch that has no commit yet, as after `git init`.
  case unborn(String)
  /// A commit without a branch.
  case detached(ObjectID)
}

extension GitRepository {
  package borrowing func head() throws(GitError) -> Head {
    let repository = pointer
    let reference = try Owned("read HEAD", freedBy: git_reference_free) { git_reference_lookup(&$0, repository, "HEAD") }
    if let symbolic = git_reference_symbolic_target(reference.pointer) {
      let name = String(cString: symbolic)
      let short = name.hasPrefix(Self.branchPrefix) ? String(name.dropFirst(Self.branchPrefix.count)) : name
      return try target(of: name) == nil ? .unborn(short) : .branch(short)
    }
    guard let id = git_reference_target(reference.pointer) else { throw LibGit2.failure(-1, "read HEAD") }
    return .detached(ObjectID(id.pointee))
  }

  /// The commit that a reference leads to; nothing where there is no such reference.
  borrowing func target(of reference: String) throws(GitError) -> ObjectID? {
    var id = git_oid()
    let code = git_reference_name_to_id(&id, pointer, reference)
    return try LibGit2.found(code, "read \(reference)") ? ObjectID(id) : nil
  }

  /// Whether a text can name a branch at all (`git help check-ref-format`).
  static func isBranchName(_ text: String) -> Bool {
    var isValid: Int32 = 0
    return git_branch_name_is_valid(&isValid, text) == 0 && isValid == 1
  }

  /// The names of all references that fit a pattern, sorted; `*` also stands for slashes.
  borrowing func references(like pattern: String) throws(GitError) -> [String] {
    let repository = pointer
    let iterator = try Owned("list references", freedBy: git_reference_iterator_free) {
      git_reference_iterator_glob_new(&$0, repository, pattern)
    }
    var names: [String] = []
    var name: UnsafePointer<CChar>?
    while true {
      let code = git_reference_next_name(&name, iterator.pointer)
      if code == GIT_ITEROVER.rawValue { return names.sorted() }
      try LibGit2.check(code, "list references")
      if let name { names.append(String(cString: name)) }
    }
  }

  /// Refuses to move a branch that a work tree shows, or whose name another branch makes impossible.
  borrowing func requireMovable(_ branch: String) throws(GitError) {
    if case .unborn(branch) = try head(), !isBare { throw .checkedOut(branch: branch) }
    let name = Self.branchPrefix + branch
    for end in branch.indices where branch[end] == "/" {
      let existing = String(branch[..<end])
      guard try target(of: Self.branchPrefix + existing) == nil else {
        throw .branchInTheWay(wanted: branch, existing: existing)
      }
    }
    if let below = try references(like: "\(name)/*").first {
      throw .branchInTheWay(wanted: branch, existing: String(below.dropFirst(Self.branchPrefix.count)))
    }
    guard try target(of: name) != nil else { return }
    let repository = pointer
    let reference = try Owned("read \(name)", freedBy: git_reference_free) { git_reference_lookup(&$0, repository, name) }
    let code = git_branch_is_checked_out(reference.pointer)
    try LibGit2.check(code, "see whether \(branch) is checked out")
    if code == 1 { throw .checkedOut(branch: branch) }
  }

  static var branchPrefix: String { "refs/heads/" }
}
