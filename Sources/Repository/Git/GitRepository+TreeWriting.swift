internal import CLibGit2

extension GitRepository {
  /// Returns `base` with the updates applied. Only folders that change are written.
  ///
  /// - Parameter updates: at most one for each path, and none that needs a folder where a file stays.
  borrowing func writeTree(base: ObjectID?, _ updates: [TreeUpdate]) throws(GitError) -> ObjectID {
    let sorted = updates.sorted { $0.path < $1.path }.map { FolderUpdate(names: $0.path.components[...], entry: $0.entry) }
    guard let tree = try writeFolder(base: base, sorted[...]) else { return try TreeBuilder(pointer).write() }
    return tree
  }

  /// Returns nothing where no file is left: git has no empty folders.
  private borrowing func writeFolder(
    base: ObjectID?, _ updates: ArraySlice<FolderUpdate>
  ) throws(GitError) -> ObjectID? {
    let builder =
      if let base { try TreeBuilder(pointer, from: lookUpTree(base)) } else { try TreeBuilder(pointer) }
    var rest = updates
    while let name = rest.first?.names.first {
      let group = rest.prefix { $0.names.first == name }
      rest = rest.dropFirst(group.count)
      // A path sorts before those below it, so only the first can name the entry itself.
      let own = group.first { $0.names.count == 1 }
      let nested = group.filter { $0.names.count > 1 }.map { FolderUpdate(names: $0.names.dropFirst(), entry: $0.entry) }
      if own != nil { try builder.remove(name) }
      if !nested.isEmpty {
        let below = builder.folder(name)
        if let folder = try writeFolder(base: below, nested[...]) {
          try builder.insert(TreeEntry(id: folder, kind: .folder), as: name)
        } else {
          try builder.remove(name)
        }
      }
      if let entry = own?.entry { try builder.insert(entry, as: name) }
    }
    return builder.isEmpty ? nil : try builder.write()
  }
}

/// An update as one folder sees it.
private struct FolderUpdate {
  /// The names that lead to the file from this folder.
  let names: ArraySlice<ArraySlice<UInt8>>
  let entry: TreeEntry?
}

/// One folder while it is being put together.
private struct TreeBuilder: ~Copyable {
  private let handle: Owned

  init(_ repository: OpaquePointer) throws(GitError) {
    handle = try Owned("make a tree", freedBy: git_treebuilder_free) { git_treebuilder_new(&$0, repository, nil) }
  }

  /// Starts with what a tree holds.
  init(_ repository: OpaquePointer, from tree: borrowing Owned) throws(GitError) {
    let source = tree.pointer
    handle = try Owned("change a tree", freedBy: git_treebuilder_free) { git_treebuilder_new(&$0, repository, source) }
  }

  var isEmpty: Bool { git_treebuilder_entrycount(handle.pointer) == 0 }

  /// The tree that stands at a name, where a folder does.
  func folder(_ name: ArraySlice<UInt8>) -> ObjectID? {
    let found = TreePath(name).withCString { git_treebuilder_get(handle.pointer, $0) }
    guard let entry = found.flatMap(TreeEntry.init), entry.kind == .folder else { return nil }
    return entry.id
  }

  func insert(_ entry: TreeEntry, as name: ArraySlice<UInt8>) throws(GitError) {
    var id = entry.id.raw
    let path = TreePath(name)
    let code = path.withCString {
      git_treebuilder_insert(nil, handle.pointer, $0, &id, git_filemode_t(entry.kind.rawValue))
    }
    try LibGit2.check(code, "put \(path) into a tree")
  }

  /// Takes an entry out, where there is one.
  func remove(_ name: ArraySlice<UInt8>) throws(GitError) {
    let path = TreePath(name)
    guard path.withCString({ git_treebuilder_get(handle.pointer, $0) }) != nil else { return }
    try LibGit2.check(path.withCString { git_treebuilder_remove(handle.pointer, $0) }, "take \(path) out of a tree")
  }

  func write() throws(GitError) -> ObjectID {
    var id = git_oid()
    try LibGit2.check(git_treebuilder_write(&id, handle.pointer), "write a tree")
    return ObjectID(id)
  }
}
