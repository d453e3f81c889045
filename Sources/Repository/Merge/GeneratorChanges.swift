internal import SpecWriting

extension GitRepository {
  /// Returns what the generator changed between two of its trees.
  ///
  /// Where the target's folder moved in between, each file is followed to its new place, and with it the user's edits.
  borrowing func generatorChanges(
    from ancestor: ObjectID?, to theirs: ObjectID, of target: TargetName
  ) throws(GitError) -> [PathChange] {
    guard let ancestor, let before = try lock(of: target, in: ancestor), let now = try lock(of: target, in: theirs),
      before.folder != now.folder
    else { return try changes(from: ancestor, to: theirs) }

    var byPath: [TreePath: PathChange] = [:]
    for file in try files(in: ancestor) {
      let moved = file.path == target.lockPath ? nil : file.path.moved(from: before.folder, to: now.folder)
      let path = moved ?? file.path
      byPath[path] = PathChange(
        path: path, formerPath: moved == nil ? nil : file.path, ancestor: file.entry, theirs: nil)
    }
    for file in try files(in: theirs) {
      byPath[file.path, default: PathChange(path: file.path, ancestor: nil, theirs: nil)].theirs = file.entry
    }
    return byPath.values.filter { $0.ancestor != $0.theirs || $0.formerPath != nil }.sorted { $0.path < $1.path }
  }
}

extension TreePath {
  /// Where this path goes when the folder that holds it moves; nothing where it does not lie in that folder.
  fileprivate func moved(from old: RelativePath?, to new: RelativePath?) -> TreePath? {
    let inside = if let old { relative(to: TreePath(old)) } else { Optional(self) }
    guard let inside else { return nil }
    return if let new { TreePath(new).appending(inside) } else { inside }
  }
}
