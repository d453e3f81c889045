internal import CLibGit2

extension GitRepository {
  /// Whether `descendant` is `ancestor`, or has it in its history.
  borrowing func contains(_ ancestor: ObjectID, in descendant: ObjectID) throws(GitError) -> Bool {
    guard ancestor != descendant else { return true }
    var lower = descendant.raw
    var upper = ancestor.raw
    let code = git_graph_descendant_of(pointer, &lower, &upper)
    try LibGit2.check(code, "compare the histories of \(descendant.short) and \(ancestor.short)")
    return code == 1
  }

  /// The best common ancestor of two commits; nothing where their histories never meet.
  borrowing func mergeBase(_ one: ObjectID, _ other: ObjectID) throws(GitError) -> ObjectID? {
    var first = one.raw
    var second = other.raw
    var base = git_oid()
    let code = git_merge_base(&base, pointer, &first, &second)
    return try LibGit2.found(code, "find the merge base of \(one.short) and \(other.short)") ? ObjectID(base) : nil
  }

  /// Returns the first commit in the history of `tip`, newest first, that `isWanted` accepts.
  borrowing func firstCommit(
    before tip: ObjectID, where isWanted: (borrowing GitRepository, Commit) throws(GitError) -> Bool
  ) throws(GitError) -> Commit? {
    let repository = pointer
    let walk = try Owned("walk the history", freedBy: git_revwalk_free) { git_revwalk_new(&$0, repository) }
    try LibGit2.check(
      git_revwalk_sorting(walk.pointer, GIT_SORT_TOPOLOGICAL.rawValue | GIT_SORT_TIME.rawValue), "walk the history")
    var start = tip.raw
    try LibGit2.check(git_revwalk_push(walk.pointer, &start), "walk the history")
    var next = git_oid()
    while true {
      let code = git_revwalk_next(&next, walk.pointer)
      if code == GIT_ITEROVER.rawValue { return nil }
      try LibGit2.check(code, "walk the history")
      let commit = try self.commit(ObjectID(next))
      if try isWanted(self, commit) { return commit }
    }
  }
}
