/// Merges what one side changed into another side's tree, path by path; the tree's other files are not even read.
///
/// Which rules hold, and why no renames are guessed, is told in docs/adr/0004-merge-by-path.md.
struct ThreeWayMerge {
  let ours: ObjectID
  let source: MergeSource
  let labels: MergeLabels
  /// The lock file is the generator's alone, so it is never in conflict.
  let lockPath: TreePath

  private var updates: [TreePath: TreeEntry?] = [:]
  /// Paths whose files move away, because their target's folder did.
  private var departures: Set<TreePath> = []
  private var movedFrom: [TreePath: TreePath] = [:]
  private var conflicts: [TreePath: MergeConflict.Kind] = [:]
  private var keptDeleted: [TreePath] = []

  init(into ours: ObjectID, from source: MergeSource, labels: MergeLabels, lockPath: TreePath) {
    self.ours = ours
    self.source = source
    self.labels = labels
    self.lockPath = lockPath
  }

  /// Merges the changes and writes the resulting tree.
  mutating func run(_ changes: [PathChange], in repository: borrowing GitRepository) throws(GitError) -> MergedTree {
    departures = Set(changes.compactMap(\.formerPath))
    for change in changes { try apply(change, in: repository) }
    try dropOccupied(in: repository)
    let tree = try repository.writeTree(base: ours, updates.map { TreeUpdate(path: $0.key, entry: $0.value) })
    return MergedTree(
      tree: tree,
      conflicts: conflicts.sorted { $0.key < $1.key }.map { MergeConflict(path: $0.key.description, kind: $0.value) },
      keptDeleted: keptDeleted.sorted().map(\.description))
  }

  private mutating func apply(_ change: PathChange, in repository: borrowing GitRepository) throws(GitError) {
    let here = departures.contains(change.path) ? nil : try file(at: change.path, in: repository)
    let mine = if let former = try arrival(of: change, whileHere: here, in: repository) { here ?? former } else { here }
    var generated: TreeEntry?
    if case .base(let tree?) = source { generated = try repository.entry(at: change.path, in: tree) }
    let verdict = MergeVerdict(
      ancestor: change.ancestor, ours: mine, theirs: change.theirs, source: source, generated: generated)
    let isLock = change.path == lockPath
    switch verdict {
    case .keep:
      if here == nil, let mine { updates[change.path] = mine }
    case .take(let entry):
      if entry != nil || here != nil { updates[change.path] = .some(entry) }
    case .delete, .keepEdited, .combine:
      if isLock {
        if source == .generator { updates[change.path] = .some(change.theirs) }
      } else {
        try settle(verdict, of: change, isHere: here != nil, in: repository)
      }
    }
  }

  private mutating func settle(
    _ verdict: MergeVerdict, of change: PathChange, isHere: Bool, in repository: borrowing GitRepository
  ) throws(GitError) {
    switch verdict {
    case .keep, .take: break
    case .delete:
      keptDeleted.append(change.path)
      if isHere { updates[change.path] = .some(nil) }
    case .keepEdited(let entry):
      conflicts[change.path] = .deletedAndEdited
      updates[change.path] = entry
    case .combine(let ours, let theirs):
      let combined = try repository.combine(ancestor: change.ancestor, ours: ours, theirs: theirs, labels: labels)
      updates[change.path] = combined.entry
      if let conflict = combined.conflict { conflicts[change.path] = conflict }
    }
  }

  /// Returns our file; a folder at its path counts as none, and is found by ``dropOccupied(in:)``.
  private func file(at path: TreePath, in repository: borrowing GitRepository) throws(GitError) -> TreeEntry? {
    let found = try repository.entry(at: path, in: ours)
    return found?.kind == .folder ? nil : found
  }

  /// Takes our file from where the target's folder was, so that edits move along with it.
  private mutating func arrival(
    of change: PathChange, whileHere here: TreeEntry?, in repository: borrowing GitRepository
  ) throws(GitError) -> TreeEntry? {
    guard let path = change.formerPath, let former = try file(at: path, in: repository) else { return nil }
    guard here == nil || former == change.ancestor else {
      // The user has the file at both places, and edited the old one: neither may be lost.
      conflicts[path] = .deletedAndEdited
      return nil
    }
    if updates[path] == nil { updates[path] = .some(nil) }
    movedFrom[change.path] = path
    return former
  }

  /// Takes back every file that cannot stand where it should, because a file of the user needs the place.
  private mutating func dropOccupied(in repository: borrowing GitRepository) throws(GitError) {
    let arriving = updates.filter { $0.value != nil }.keys.sorted()
    for path in arriving where try isOccupied(path, in: repository) {
      updates[path] = nil
      conflicts[path] = .occupied
      if let former = movedFrom[path], updates[former] == .some(nil) { updates[former] = nil }
    }
  }

  private func isOccupied(_ path: TreePath, in repository: borrowing GitRepository) throws(GitError) -> Bool {
    let here = try repository.entry(at: path, in: ours)
    if let here, here.kind == .folder {
      for file in try repository.files(in: here.id) where !isRemoved(path.appending(file.path)) { return true }
    }
    guard here == nil else { return false }
    for parent in path.parents {
      guard let above = try repository.entry(at: parent, in: ours) else { return false }
      if above.kind != .folder { return !isRemoved(parent) }
    }
    return false
  }

  private func isRemoved(_ path: TreePath) -> Bool { updates[path] == .some(nil) }
}

/// A tree that came out of a merge, and what is to be told about it.
struct MergedTree: Equatable {
  let tree: ObjectID
  let conflicts: [MergeConflict]
  /// Files that one side changed but that stay deleted.
  let keptDeleted: [String]
}
