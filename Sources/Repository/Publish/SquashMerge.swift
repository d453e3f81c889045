/// The commit from which both sides of a merge come.
struct Ancestor: Equatable {
  /// Its tree; nothing for the empty tree.
  let tree: ObjectID?
  let commit: ObjectID?
  let found: MergeAncestor
}

extension GitRepository {
  /// Finds the generation from which `ours` comes, to merge a newer one into it.
  ///
  /// The history tells it, unless a squash merge has dropped the machine commit since: then the lock file in our tree
  /// names its output, and the machine branch has a commit with that digest in its trailer.
  borrowing func generation(behind ours: Commit, toMerge machine: Commit, of target: TargetName) throws(GitError) -> Ancestor {
    let base = try mergeBase(ours.id, machine.id)
    if let locked = try lockedGeneration(in: ours.tree, on: machine, of: target), locked.id != base {
      if let base {
        if try contains(base, in: locked.id) { return Ancestor(tree: locked.tree, commit: locked.id, found: .lockFile) }
      } else {
        return Ancestor(tree: locked.tree, commit: locked.id, found: .lockFile)
      }
    }
    guard let base else { return Ancestor(tree: nil, commit: nil, found: .none) }
    return Ancestor(tree: try commit(base).tree, commit: base, found: .history)
  }

  /// Returns the newest commit of a machine branch whose output is the one that a tree's lock file names.
  borrowing func lockedGeneration(
    in tree: ObjectID, on machine: Commit, of target: TargetName
  ) throws(GitError) -> Commit? {
    guard let lock = try lock(of: target, in: tree) else { return nil }
    var next: Commit? = machine
    while let candidate = next {
      if candidate.output(of: target) == lock.output { return candidate }
      next = try candidate.parents.first.map { id throws(GitError) in try commit(id) }
    }
    return nil
  }

  /// Finds the tree from which a review branch and its base come, to merge the base into the review.
  ///
  /// - A squash merge that took the review as it was at some commit: the review's tree at that commit.
  /// - Another squash merge: the common ancestor in the history, with the files of the generation that both have by now.
  /// - None: the common ancestor.
  borrowing func ancestor(
    ofReview review: Commit, andBase base: Commit, machine: Commit?, of target: TargetName
  ) throws(GitError) -> ObjectID? {
    let common: Commit? = try mergeBase(review.id, base.id).map { id throws(GitError) in try commit(id) }
    let squashes = try lockChanges(from: base, downTo: common, of: target)
    guard !squashes.isEmpty else { return common?.tree }
    if let taken = try squashedReview(review, in: squashes, base: base, since: common) { return taken.tree }
    guard let machine, let locked = try lockedGeneration(in: base.tree, on: machine, of: target) else { return common?.tree }
    guard try contains(locked.id, in: review.id), try !contains(locked.id, in: base.id) else { return common?.tree }
    let generated = try files(in: locked.tree).map { TreeUpdate(path: $0.path, entry: $0.entry) }
    // Where a file of the history stands in the way of a generated folder, the history alone has to do.
    guard try fits(generated, into: common?.tree) else { return common?.tree }
    return try writeTree(base: common?.tree, generated)
  }

  private borrowing func fits(_ updates: [TreeUpdate], into tree: ObjectID?) throws(GitError) -> Bool {
    guard let tree else { return true }
    for update in updates {
      if try entry(at: update.path, in: tree)?.kind == .folder { return false }
      for parent in update.path.parents {
        guard let above = try entry(at: parent, in: tree) else { break }
        if above.kind != .folder { return false }
      }
    }
    return true
  }

  /// Returns the newest commit of a review that a commit of the base took over whole: every file that the review changed
  /// is in the base's commit what it was in the review.
  private borrowing func squashedReview(
    _ review: Commit, in squashes: [Commit], base: Commit, since common: Commit?
  ) throws(GitError) -> Commit? {
    var next: Commit? = review
    while let candidate = next, candidate != common, try !contains(candidate.id, in: base.id) {
      let changed = try changes(from: common?.tree, to: candidate.tree)
      for squash in squashes where try took(changed, squash) { return candidate }
      next = try candidate.parents.first.map { id throws(GitError) in try commit(id) }
    }
    return nil
  }

  private borrowing func took(_ changes: [PathChange], _ commit: Commit) throws(GitError) -> Bool {
    for change in changes where try entry(at: change.path, in: commit.tree) != change.theirs { return false }
    return !changes.isEmpty
  }

  /// Returns the commits of a branch that changed a target's lock file, newest first, along the first parents.
  private borrowing func lockChanges(
    from tip: Commit, downTo end: Commit?, of target: TargetName
  ) throws(GitError) -> [Commit] {
    var found: [Commit] = []
    var next: Commit? = tip
    while let candidate = next, candidate != end {
      let parent: Commit? = try candidate.parents.first.map { id throws(GitError) in try commit(id) }
      let before: TreeEntry? = try parent.flatMap { parent throws(GitError) in try entry(at: target.lockPath, in: parent.tree) }
      if let lock = try entry(at: target.lockPath, in: candidate.tree), lock != before { found.append(candidate) }
      next = parent
    }
    return found
  }
}
