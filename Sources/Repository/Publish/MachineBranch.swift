internal import SpecWriting

/// The generation that is to be reviewed.
struct MachineCommit: Equatable {
  let commit: Commit
  /// The generation before; nothing for the first.
  let parent: Commit?
  /// Whether it was made now, and is not on the branch yet.
  let isNew: Bool
}

extension GitRepository {
  /// Returns the commit that holds an output and nothing else: the newest one if it does, or else a new one after it.
  borrowing func machineCommit(
    for output: TargetOutput, story: CommitStory, after parent: Commit?, by author: Signature
  ) throws(GitError) -> MachineCommit {
    if let parent, try holds(output, parent) { return MachineCommit(commit: parent, parent: parent, isNew: false) }
    let made = try writeCommit(
      tree: tree(of: output, story: story), parents: parent.map { [$0.id] } ?? [], message: story.message(for: output),
      by: author)
    return MachineCommit(commit: made, parent: parent, isNew: true)
  }

  /// The newest generation: of the machine branch, or where that is not here, the one that the review or the base has merged.
  borrowing func newestGeneration(of target: TargetName, onto base: ObjectID?) throws(GitError) -> Commit? {
    if let newest = try tip(of: target.generatedBranch).newest { return try commit(newest) }
    for start in [try tip(of: target.reviewBranch).newest, base] {
      if let start, let found = try machineCommit(of: target, inHistoryOf: start) { return found }
    }
    return nil
  }

  /// Whether a commit's tree is exactly this output. Its lock file may name older inputs that came to the same.
  borrowing func holds(_ output: TargetOutput, _ commit: Commit) throws(GitError) -> Bool {
    guard let lock = try entry(at: output.target.lockPath, in: commit.tree), lock.isRegularFile else { return false }
    guard let locked = LockedOutput(parsing: try blob(lock.id)), locked.output == output.digest else { return false }
    return try tree(of: output, lock: lock) == commit.tree
  }

  /// Writes an output's tree: its files and a lock file, nothing else.
  borrowing func tree(of output: TargetOutput, story: CommitStory) throws(GitError) -> ObjectID {
    let lock = LockFile(
      target: output.target, folder: output.folder, generatorVersion: story.generatorVersion, output: output.digest,
      inputs: story.inputs, parts: story.parts)
    return try tree(of: output, lock: TreeEntry(id: writeBlob(lock.render().utf8), kind: .file))
  }

  private borrowing func tree(of output: TargetOutput, lock: TreeEntry) throws(GitError) -> ObjectID {
    var updates = [TreeUpdate(path: output.target.lockPath, entry: lock)]
    for file in output.files.files {
      let entry = TreeEntry(id: try writeBlob(file.bytes), kind: file.isExecutable ? .executable : .file)
      updates.append(TreeUpdate(path: TreePath(file.path), entry: entry))
    }
    return try writeTree(base: nil, updates)
  }

  /// Finds the newest machine commit in a history, for a clone that has not the machine branch.
  ///
  /// A squash commit may repeat our trailers, so a commit counts only if its tree comes to the digest that they name.
  private borrowing func machineCommit(of target: TargetName, inHistoryOf tip: ObjectID) throws(GitError) -> Commit? {
    // Without a lock file nothing was ever merged, and a long history need not be walked.
    guard try entry(at: target.lockPath, in: commit(tip).tree) != nil else { return nil }
    return try firstCommit(before: tip) { (repository, commit) throws(GitError) in
      guard let output = commit.output(of: target) else { return false }
      return try repository.outputDigest(of: commit.tree, target) == output
    }
  }

  /// Digests the files of a machine commit's tree; nothing where it holds anything that no generator writes.
  private borrowing func outputDigest(of tree: ObjectID, _ target: TargetName) throws(GitError) -> ContentDigest? {
    var files: [(path: String, isExecutable: Bool, bytes: [UInt8])] = []
    for file in try self.files(in: tree) where file.path != target.lockPath {
      guard file.entry.isRegularFile, let path = String(validating: file.path.bytes, as: UTF8.self) else { return nil }
      files.append((path, file.entry.kind == .executable, try blob(file.entry.id)))
    }
    return ContentDigest(ofOutput: files)
  }
}
