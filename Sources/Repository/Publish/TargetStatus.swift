/// How the branches of a target stand to an output.
package struct TargetStatus: Equatable, Sendable {
  /// The newest generation's commit; nothing where there is none.
  package let generated: ObjectID?
  /// What generating would change against it; nothing in any list where it is up to date.
  package let changes: OutputChanges
  /// Whether it is exactly this output.
  package let isGenerated: Bool
  /// Whether the base or the review branch has that generation, so that people see it. In a shallow clone this is not asked.
  package let isReviewed: Bool
  /// Whether the base branch has this output, merged or squashed.
  package let isOnBase: Bool

  /// Whether the generation is on its branches, or has come into the base without them, as in a clone of the base alone.
  package var isUpToDate: Bool { isGenerated ? isReviewed : isOnBase && generated == nil }
}

extension GitRepository {
  /// Compares an output with the branches, without writing anything to the disk.
  package borrowing func status(of output: TargetOutput, base: BaseChoice = .head) throws(GitError) -> TargetStatus {
    try requireAllObjects()
    let target = output.target
    let baseTip: Commit? = try tipToCompare(base).map { id throws(GitError) in try commit(id) }
    // In a shallow clone a history cannot be searched to its end; branches and lock files have to do.
    let newest: Commit? =
      if isShallow {
        try tip(of: target.generatedBranch).newest.map { id throws(GitError) in try commit(id) }
      } else {
        try newestGeneration(of: target, onto: baseTip?.id)
      }
    let isGenerated = try newest.map { commit throws(GitError) in try holds(output, commit) } ?? false
    let baseLock = try baseTip.flatMap { commit throws(GitError) in try lock(of: target, in: commit.tree) }
    var isOnBase = baseLock?.output == output.digest
    var isReviewed = true
    if isGenerated, !isShallow, let newest {
      if let baseTip, try contains(newest.id, in: baseTip.id) { isOnBase = true }
      isReviewed = try self.isReviewed(
        newest, review: tip(of: target.reviewBranch).newest, base: baseTip?.id, as: output)
    }
    // The trees are built in memory and forgotten: only a sealed pack reaches the disk.
    let story = CommitStory(summary: "", generatorVersion: "", inputs: [])
    let changes = try outputChanges(from: newest?.tree, to: tree(of: output, story: story), of: target)
    return TargetStatus(
      generated: newest?.id, changes: changes, isGenerated: isGenerated, isReviewed: isReviewed, isOnBase: isOnBase)
  }

  /// The base's newest commit. Asking moves nothing, so a branch of ours that is checked out, as while conflicts are resolved, is
  /// as good a base as any.
  borrowing func tipToCompare(_ choice: BaseChoice) throws(GitError) -> ObjectID? {
    if choice == .head, case .branch(let name) = try head() { return try target(of: Self.branchPrefix + name) }
    return try base(choice).tip
  }
}
