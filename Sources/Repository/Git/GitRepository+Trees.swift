internal import CLibGit2

extension GitRepository {
  /// Returns what stands at a path; nothing where nothing does.
  borrowing func entry(at path: TreePath, in tree: ObjectID) throws(GitError) -> TreeEntry? {
    let root = try lookUpTree(tree)
    var found: OpaquePointer?
    let code = path.withCString { git_tree_entry_bypath(&found, root.pointer, $0) }
    guard try LibGit2.found(code, "read \(path) in tree \(tree.short)"), let found else { return nil }
    let entry = Owned(taking: found, freedBy: git_tree_entry_free)
    return TreeEntry(entry.pointer)
  }

  /// Returns every file that differs between two trees, in the order of their paths. Nothing stands for the empty tree.
  ///
  /// With an empty first tree this lists all files of the second. Renames are not looked for.
  borrowing func changes(from old: ObjectID?, to new: ObjectID?) throws(GitError) -> [PathChange] {
    guard old != new else { return [] }
    let repository = pointer
    let oldTree = try old.lookUp(in: self)
    let newTree = try new.lookUp(in: self)
    let diff = try Owned("compare two trees", freedBy: git_diff_free) {
      git_diff_tree_to_tree(&$0, repository, oldTree.pointer, newTree.pointer, nil)
    }
    // A file that became a link is told as a deletion and an addition of one path: both are put together here.
    var byPath: [TreePath: PathChange] = [:]
    for index in 0..<git_diff_num_deltas(diff.pointer) {
      guard let delta = git_diff_get_delta(diff.pointer, index)?.pointee else { continue }
      let before = TreeEntry(delta.old_file)
      let after = TreeEntry(delta.new_file)
      guard let name = delta.old_file.path ?? delta.new_file.path else { continue }
      let path = TreePath(cString: name)
      var change = byPath[path] ?? PathChange(path: path, ancestor: nil, theirs: nil)
      change.ancestor = change.ancestor ?? before
      change.theirs = change.theirs ?? after
      byPath[path] = change
    }
    return byPath.values.sorted { $0.path < $1.path }
  }

  /// Returns all files below a tree, in the order of their paths.
  borrowing func files(in tree: ObjectID) throws(GitError) -> [(path: TreePath, entry: TreeEntry)] {
    try changes(from: nil, to: tree).compactMap { change in change.theirs.map { (change.path, $0) } }
  }

  borrowing func lookUpTree(_ id: ObjectID) throws(GitError) -> Owned {
    var raw = id.raw
    let repository = pointer
    return try Owned("read tree \(id.short)", freedBy: git_tree_free) { git_tree_lookup(&$0, repository, &raw) }
  }
}

/// A tree that may be missing, which C spells as a null pointer.
private struct OptionalTree: ~Copyable {
  private let owned: Owned?
  let pointer: OpaquePointer?

  init(_ tree: consuming Owned) {
    pointer = tree.pointer
    owned = consume tree
  }

  init() {
    owned = nil
    pointer = nil
  }
}

extension ObjectID? {
  fileprivate func lookUp(in repository: borrowing GitRepository) throws(GitError) -> OptionalTree {
    guard let self else { return OptionalTree() }
    return OptionalTree(try repository.lookUpTree(self))
  }
}
