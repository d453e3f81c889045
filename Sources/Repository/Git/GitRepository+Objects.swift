internal import CLibGit2

/// A commit, read whole.
struct Commit: Equatable {
  let id: ObjectID
  let tree: ObjectID
  let parents: [ObjectID]
  let message: String
}

extension GitRepository {
  borrowing func commit(_ id: ObjectID) throws(GitError) -> Commit {
    var raw = id.raw
    let repository = pointer
    let found = try Owned("read commit \(id.short)", freedBy: git_commit_free) { git_commit_lookup(&$0, repository, &raw) }
    let parents = (0..<git_commit_parentcount(found.pointer)).compactMap { index in
      git_commit_parent_id(found.pointer, index).map { ObjectID($0.pointee) }
    }
    guard let tree = git_commit_tree_id(found.pointer) else { throw LibGit2.failure(-1, "read commit \(id.short)") }
    let message = git_commit_message(found.pointer).map { String(cString: $0) } ?? ""
    return Commit(id: id, tree: ObjectID(tree.pointee), parents: parents, message: message)
  }

  /// Writes a commit that no reference names yet; the author is the committer too.
  borrowing func writeCommit(
    tree: ObjectID, parents: [ObjectID], message: String, by author: Signature
  ) throws(GitError) -> Commit {
    let signature = try author.makeRaw()
    defer { git_signature_free(signature) }
    var treeID = tree.raw
    let parentIDs = UnsafeMutablePointer<git_oid>.allocate(capacity: max(parents.count, 1))
    defer { parentIDs.deallocate() }
    for (index, parent) in parents.enumerated() { (parentIDs + index).initialize(to: parent.raw) }
    var parentPointers = parents.indices.map { Optional(UnsafePointer(parentIDs + $0)) }
    var id = git_oid()
    let code = git_commit_create_from_ids(
      &id, pointer, nil, signature, signature, nil, message, &treeID, parents.count, &parentPointers)
    try LibGit2.check(code, "write a commit")
    return Commit(id: ObjectID(id), tree: tree, parents: parents, message: message)
  }

  borrowing func blob(_ id: ObjectID) throws(GitError) -> [UInt8] {
    var raw = id.raw
    let repository = pointer
    let found = try Owned("read file \(id.short)", freedBy: git_blob_free) { git_blob_lookup(&$0, repository, &raw) }
    let content = UnsafeRawBufferPointer(
      start: git_blob_rawcontent(found.pointer), count: Int(git_blob_rawsize(found.pointer)))
    return Array(content)
  }

  /// Writes a file's bytes as they are: no line-end conversion, no filter.
  borrowing func writeBlob(_ bytes: some Collection<UInt8>) throws(GitError) -> ObjectID {
    var id = git_oid()
    let repository = pointer
    let code =
      bytes.withContiguousStorageIfAvailable { git_blob_create_from_buffer(&id, repository, $0.baseAddress, $0.count) }
      ?? Array(bytes).withUnsafeBytes { git_blob_create_from_buffer(&id, repository, $0.baseAddress, $0.count) }
    try LibGit2.check(code, "write a file")
    return ObjectID(id)
  }
}
