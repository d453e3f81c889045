/// With which branch of the user an output is merged.
package enum BaseChoice: Equatable, Sendable {
  /// HEAD, whether it names a branch or a commit.
  case head
  /// A branch, here or of a remote (`origin/main`).
  case branch(String)
}

/// The user's side of a merge.
struct BaseBranch: Equatable {
  /// How it is called in messages and conflict markers.
  let label: String
  /// Its newest commit; nothing before the first.
  let tip: ObjectID?
}

extension GitRepository {
  borrowing func base(_ choice: BaseChoice) throws(GitError) -> BaseBranch {
    switch choice {
    case .head:
      switch try head() {
      case .detached(let id): return BaseBranch(label: id.short, tip: id)
      case .unborn(let name): return BaseBranch(label: name, tip: nil)
      case .branch(let name): return try branchAsBase(name)
      }
    case .branch(let name): return try branchAsBase(name)
    }
  }

  private borrowing func branchAsBase(_ name: String) throws(GitError) -> BaseBranch {
    if ["specforge/generated/", "specforge/review/"].contains(where: name.hasPrefix) {
      throw .baseIsGenerated(branch: name)
    }
    guard Self.isBranchName(name) else { throw .baseMissing(name: name) }
    for prefix in [Self.branchPrefix, "refs/remotes/"] {
      if let tip = try target(of: prefix + name) { return BaseBranch(label: name, tip: tip) }
    }
    if case .unborn(name) = try head() { return BaseBranch(label: name, tip: nil) }
    throw .baseMissing(name: name)
  }
}

/// One of our branches: where it is here, and where work on it goes on.
struct BranchTip: Equatable {
  let branch: String
  /// Where the branch is in this repository; nothing if it does not exist.
  let local: ObjectID?
  /// The same, or a remote's tip that is ahead of it.
  let newest: ObjectID?

  func move(to id: ObjectID, note: String) -> ReferenceMove {
    ReferenceMove(reference: GitRepository.branchPrefix + branch, from: local, to: id, note: note)
  }
}

extension GitRepository {
  /// Finds a branch. A fresh clone has it only as a remote's, and a reviewer's pushed commits come in by `git fetch`:
  /// a remote's tip counts where it only goes further.
  borrowing func tip(of branch: String) throws(GitError) -> BranchTip {
    let local = try target(of: Self.branchPrefix + branch)
    var newest = local
    for name in try references(like: "refs/remotes/*/\(branch)") {
      guard let remote = try target(of: name) else { continue }
      if let known = newest, try !contains(known, in: remote) { continue }
      newest = remote
    }
    return BranchTip(branch: branch, local: local, newest: newest)
  }
}
