internal import CLibGit2

extension GitRepository {
  /// Writes everything that `commits` need and the disk does not have as one pack, synced to the disk.
  ///
  /// Until a reference names the commits, nobody sees them: a run that is killed here leaves only an unused file.
  borrowing func sealPack(of commits: [Commit]) throws(GitError) {
    let repository = pointer
    let builder = try Owned("start a pack", freedBy: git_packbuilder_free) { git_packbuilder_new(&$0, repository) }
    // Other processes, and an attempt before this one, may have written since the store was opened.
    try LibGit2.check(git_odb_refresh(stored.pointer), "look at the object store")
    var seen: Set<ObjectID> = []
    for commit in commits where try add(commit.id, to: builder, seen: &seen) {
      try addTree(commit.tree, to: builder, seen: &seen)
    }
    guard git_packbuilder_object_count(builder.pointer) > 0 else { return }
    try LibGit2.check(git_packbuilder_write(builder.pointer, nil, 0, nil, nil), "write a pack")
    try LibGit2.check(git_mempack_reset(memory), "forget what has been packed")
  }

  private borrowing func addTree(_ id: ObjectID, to builder: borrowing Owned, seen: inout Set<ObjectID>) throws(GitError) {
    // Where a tree is on the disk, so is all that it holds: git itself relies on that.
    guard try add(id, to: builder, seen: &seen) else { return }
    let tree = try lookUpTree(id)
    for index in 0..<git_tree_entrycount(tree.pointer) {
      guard let entry = git_tree_entry_byindex(tree.pointer, index).flatMap({ TreeEntry($0) }) else { continue }
      switch entry.kind {
      case .folder: try addTree(entry.id, to: builder, seen: &seen)
      case .file, .executable, .link: _ = try add(entry.id, to: builder, seen: &seen)
      case .submodule: break  // Its commit lives in another repository.
      }
    }
  }

  /// Adds an object; false where it was added before, or is on the disk.
  private borrowing func add(
    _ id: ObjectID, to builder: borrowing Owned, seen: inout Set<ObjectID>
  ) throws(GitError) -> Bool {
    guard seen.insert(id).inserted else { return false }
    var raw = id.raw
    guard git_odb_exists_ext(stored.pointer, &raw, GIT_ODB_LOOKUP_NO_REFRESH.rawValue) == 0 else { return false }
    try LibGit2.check(git_packbuilder_insert(builder.pointer, &raw, nil), "pack object \(id.short)")
    return true
  }
}
