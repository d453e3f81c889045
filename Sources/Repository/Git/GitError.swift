/// Why something could not be done in a repository. Each message says what to do next.
package enum GitError: Error, Equatable, Sendable {
  /// No repository holds this folder.
  case notARepository(path: String)
  /// The repository belongs to another user of this machine, whose configuration must not be trusted.
  case untrustedOwner(path: String)
  /// The repository has a form that the linked libgit2 cannot read.
  case unsupported(path: String, form: RepositoryForm)
  /// The base that was asked for does not exist.
  case baseMissing(name: String)
  /// The base is one of the branches that are made from it.
  case baseIsGenerated(branch: String)
  /// A branch that has to move is checked out: moving it would change what the work tree is compared with.
  case checkedOut(branch: String)
  /// A branch exists whose name makes ours impossible, such as `specforge`.
  case branchInTheWay(wanted: String, existing: String)
  /// Another process holds the lock of a reference, or was killed while it held it.
  case locked(reference: String)
  /// A reference kept moving while results were written.
  case moved(reference: String)
  /// The author cannot stand in a commit.
  case invalidSignature(name: String, email: String)
  /// The disk or the repository's own files are to blame: no permission, no space, a missing or damaged object.
  case repository(attempt: String, message: String)
  /// Any other failure of the library: it was not called as it should be.
  case library(attempt: String, code: Int32, message: String)
}

/// Forms of a repository that libgit2 1.5 does not read, or not reliably.
package enum RepositoryForm: Equatable, Sendable {
  case sha256
  case partialClone
  case shallow
  case `extension`(String)
}

extension GitError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notARepository(let path):
      "\(path) is not inside a git repository. Run `git init`, or write plain files with `--out DIR`."
    case .untrustedOwner(let path):
      "\(path) belongs to another user. If you trust it: git config --global --add safe.directory \(path)"
    case .unsupported(let path, let form): "\(path) cannot be used: \(form)"
    case .baseMissing(let name): "The base branch \(name) does not exist, neither here nor as a remote's branch."
    case .baseIsGenerated(let branch):
      "The base cannot be \(branch), which is made from it. Switch to your own branch, or name one as the base."
    case .checkedOut(let branch):
      "The branch \(branch) is checked out, and its work tree is not to be touched. Switch to another branch first."
    case .branchInTheWay(let wanted, let existing):
      "The branch \(wanted) cannot be made while \(existing) exists: git stores one as a folder of the other. Rename \(existing)."
    case .locked(let reference):
      "Another git process holds \(reference). If none is running, one was killed: delete \(reference).lock in the git folder."
    case .moved(let reference): "\(reference) kept moving while the result was written. Try again."
    case .invalidSignature(let name, let email):
      "The author \"\(name)\" <\(email)> cannot stand in a commit: a name and an address are needed, without angle brackets or "
        + "line breaks, and a date after 1970 in a time zone of this earth."
    case .repository(let attempt, let message): "Could not \(attempt): \(message)."
    case .library(let attempt, _, let message): "Could not \(attempt): \(message). This is a bug of specforge, please report it."
    }
  }
}

extension RepositoryForm: CustomStringConvertible {
  package var description: String {
    switch self {
    case .sha256: "its objects are named by SHA-256, which libgit2 cannot read yet."
    case .partialClone: "it is a partial clone, whose missing objects libgit2 cannot fetch. Make a full clone."
    case .shallow: "it is a shallow clone, whose history is cut off, so that no merge base is found. Run `git fetch --unshallow`."
    case .extension(let name): "it uses the extension \(name), which libgit2 does not know."
    }
  }
}

extension GitError {
  /// Whether trying again may succeed, because another process was at work.
  var isTransient: Bool {
    switch self {
    case .locked, .moved: true
    case .notARepository, .untrustedOwner, .unsupported, .baseMissing, .baseIsGenerated, .checkedOut, .branchInTheWay,
      .invalidSignature, .repository, .library:
      false
    }
  }
}
