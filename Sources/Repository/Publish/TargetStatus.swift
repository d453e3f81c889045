/// How the branches of a target stand to an output.
package struct TargetStatus: Equatable, Sendable {
  /// The machine branch's newest commit; nothing where there is none.
  package let generated: ObjectID?
  /// What generating would change on the machine branch; nothing in any list where it is up to date.
  package let changes: OutputChanges
  /// Whether the machine branch holds exactly this output.
  package let isGenerated: Bool
  /// Whether the base branch has this output, merged or squashed.
  package let isOnBase: Bool

  /// Whether generating would make no machine commit: it is on its branch, or has come into the base from elsewhere.
  package var isUpToDate: Bool { isGenerated || isOnBase && generated == nil }
}

extension GitRepository {
  /// Compares an output with the branches, without writing anything to the disk.
  package borrowing func status(of output: TargetOutput, base: BaseChoice = .head) throws(GitError) -> TargetStatus {
    let target = output.target
    let newest: Commit? = try tip(of: target.generatedBranch).newest.map { id throws(GitError) in try commit(id) }
    let baseTip: Commit? = try self.base(base).tip.map { id throws(GitError) in try commit(id) }
    let isGenerated = try newest.map { commit throws(GitError) in try holds(output, commit) } ?? false
    let isOnBase: Bool
    if let baseTip {
      let hasLock = try lock(of: target, in: baseTip.tree)?.output == output.digest
      let hasCommit = if isGenerated, let newest { try contains(newest.id, in: baseTip.id) } else { false }
      isOnBase = hasLock || hasCommit
    } else {
      isOnBase = false
    }
    // The trees are built in memory and forgotten: only a sealed pack reaches the disk.
    let story = CommitStory(summary: "", generatorVersion: "", inputs: [])
    let changes = try outputChanges(from: newest?.tree, to: tree(of: output, story: story), of: target)
    return TargetStatus(generated: newest?.id, changes: changes, isGenerated: isGenerated, isOnBase: isOnBase)
  }

  /// Returns the files of a target's review branch that still hold conflict markers of a merge, sorted.
  package borrowing func unresolvedConflicts(of target: TargetName) throws(GitError) -> [String] {
    guard let review = try tip(of: target.reviewBranch).newest else { return [] }
    guard let machine = try tip(of: target.generatedBranch).newest else { return [] }
    let tree = try commit(review).tree
    var paths: [String] = []
    for file in try files(in: commit(machine).tree) {
      guard let mine = try entry(at: file.path, in: tree), mine.isRegularFile, mine.id != file.entry.id else { continue }
      if hasMarkers(try blob(mine.id)) { paths.append(file.path.description) }
    }
    return paths
  }
}

/// Whether a file has all four lines of a diff3 conflict in their order.
private func hasMarkers(_ bytes: [UInt8]) -> Bool {
  var expected = ["<<<<<<< ", "||||||| ", "=======", ">>>>>>> "][...]
  for line in bytes.split(separator: UInt8(ascii: "\n")) {
    guard let next = expected.first else { return true }
    if line.starts(with: next.utf8) { expected = expected.dropFirst() }
  }
  return expected.isEmpty
}
