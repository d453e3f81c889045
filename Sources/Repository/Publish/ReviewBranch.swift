/// What a review branch is to become.
struct ReviewCommit: Equatable {
  let commit: Commit
  /// The commits that were made for it, the oldest first.
  let made: [Commit]
  let conflicts: [MergeConflict]
  let keptDeleted: [String]
  let ancestor: MergeAncestor
}

/// Everything that the commits of one publication have in common.
struct PublishRequest {
  let output: TargetOutput
  let story: CommitStory
  let base: BaseBranch
  let author: Signature

  var target: TargetName { output.target }
}

extension GitRepository {
  /// Merges a generation with the base branch and with what reviewers did; nothing where there is nothing to merge.
  borrowing func reviewCommit(
    of machine: MachineCommit, onto review: BranchTip, for request: PublishRequest
  ) throws(GitError) -> ReviewCommit? {
    if try isReviewed(machine.commit, review: review.newest, base: request.base.tip, as: request.output) { return nil }
    guard let start = try start(review: review.newest, machine: machine, for: request) else {
      // Neither a base nor a review exists yet: the generation is all there is to review.
      return ReviewCommit(commit: machine.commit, made: [], conflicts: [], keptDeleted: [], ancestor: .none)
    }
    let tip = start.commit
    if try contains(machine.commit.id, in: tip.id) { return start }
    if try contains(tip.id, in: machine.commit.id) {
      return ReviewCommit(commit: machine.commit, made: [], conflicts: [], keptDeleted: [], ancestor: .history)
    }
    let ancestor = try generation(behind: tip, toMerge: machine.commit, of: request.target)
    let changes = try generatorChanges(from: ancestor.tree, to: machine.commit.tree, of: request.target)
    let labels = MergeLabels(
      ancestor: ancestor.commit.map { "generated before (\($0.short))" } ?? "nothing before",
      ours: tip.id == request.base.tip ? request.base.label : request.target.reviewBranch,
      theirs: "generated now (\(machine.commit.id.short))")
    var merge = ThreeWayMerge(into: tip.tree, from: .generator, labels: labels, lockPath: request.target.lockPath)
    let merged = try merge.run(changes, in: self)
    let report = MergeReport(conflicts: merged.conflicts, keptDeleted: merged.keptDeleted)
    // A machine commit of before, whose review was deleted, is told as it was then, unless somebody else wrote its message.
    let isTold = !machine.isNew && machine.commit.output(of: request.target) == request.output.digest
    let message =
      isTold
      ? machine.commit.message(adding: report.paragraphs)
      : request.story.message(for: request.output, adding: report.paragraphs)
    let made = try writeCommit(
      tree: merged.tree, parents: [tip.id, machine.commit.id], message: message, by: request.author)
    return ReviewCommit(
      commit: made, made: start.made + [made], conflicts: Array(Set(start.conflicts + merged.conflicts)).sorted(),
      keptDeleted: Array(Set(start.keptDeleted + merged.keptDeleted)).sorted(), ancestor: ancestor.found)
  }

  /// Whether people have this generation before them already.
  borrowing func isReviewed(
    _ machine: Commit, review: ObjectID?, base: ObjectID?, as output: TargetOutput
  ) throws(GitError) -> Bool {
    if let base {
      if try contains(machine.id, in: base) { return true }
      guard let review else {
        // The review was merged by squashing and its branch deleted.
        return try lock(of: output.target, in: commit(base).tree)?.output == output.digest
      }
      // A review without common history, from before the first commit of the base, could not be merged by its user.
      guard try contains(machine.id, in: review) else { return false }
      return try mergeBase(review, base) != nil
    }
    guard let review else { return false }
    return try contains(machine.id, in: review)
  }

  /// Brings review and base together: what a generation is merged into. Nothing where neither exists.
  private borrowing func start(
    review: ObjectID?, machine: MachineCommit, for request: PublishRequest
  ) throws(GitError) -> ReviewCommit? {
    func only(_ id: ObjectID) throws(GitError) -> ReviewCommit {
      ReviewCommit(commit: try commit(id), made: [], conflicts: [], keptDeleted: [], ancestor: .history)
    }
    guard let review else { return try request.base.tip.map { id throws(GitError) in try only(id) } }
    guard let base = request.base.tip else { return try only(review) }
    if try contains(review, in: base) { return try only(base) }
    if try contains(base, in: review) { return try only(review) }
    return try mergeBase(base, into: review, machine: machine, for: request)
  }

  private borrowing func mergeBase(
    _ baseID: ObjectID, into reviewID: ObjectID, machine: MachineCommit, for request: PublishRequest
  ) throws(GitError) -> ReviewCommit {
    let review = try commit(reviewID)
    let base = try commit(baseID)
    let newest = machine.isNew ? machine.parent : machine.commit
    let ancestor = try ancestor(ofReview: review, andBase: base, machine: newest, of: request.target)
    let generated = try lockedGeneration(in: review.tree, on: machine.commit, of: request.target)
    let labels = MergeLabels(
      ancestor: "before both", ours: request.target.reviewBranch, theirs: request.base.label)
    var merge = ThreeWayMerge(
      into: review.tree, from: .base(generated: generated?.tree), labels: labels, lockPath: request.target.lockPath)
    let merged = try merge.run(changes(from: ancestor, to: base.tree), in: self)
    let report = MergeReport(conflicts: merged.conflicts, keptDeleted: merged.keptDeleted)
    let made = try writeCommit(
      tree: merged.tree, parents: [review.id, base.id],
      message: report.message(subject: "Merge \(request.base.label) into \(request.target.reviewBranch)"), by: request.author)
    return ReviewCommit(
      commit: made, made: [made], conflicts: merged.conflicts, keptDeleted: merged.keptDeleted, ancestor: .history)
  }
}
