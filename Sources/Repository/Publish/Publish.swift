#if canImport(Glibc)
  private import Glibc
#elseif canImport(Musl)
  private import Musl
#elseif canImport(Darwin)
  private import Darwin
#endif

extension GitRepository {
  /// Puts an output on its two branches: alone on `specforge/generated/<target>`, merged with the user's base branch and with
  /// reviewers' commits on `specforge/review/<target>`.
  ///
  /// The work tree, the index, HEAD and every other branch stay as they are. All objects are on the disk before a branch
  /// moves, and a branch moves only from where it was read: where another process was quicker, all is done again.
  ///
  /// - Parameters:
  ///   - base: the user's branch; by default the one that HEAD names.
  ///   - author: author and committer of what is committed.
  ///   - progress: called after each step, and again from the first where all is done again.
  package borrowing func publish(
    _ output: TargetOutput, story: CommitStory, base: BaseChoice = .head, by author: Signature,
    progress: (PublishStep) -> Void = { _ in }
  ) throws(GitError) -> PublishOutcome {
    guard !isShallow else { throw .unsupported(path: root, form: .shallow) }
    try requireAllObjects()
    var attempts = 1
    while true {
      do throws(GitError) {
        return try publishOnce(output, story: story, base: base, by: author, progress: progress)
      } catch {
        guard error.isTransient, attempts < Self.mostAttempts else { throw error }
        attempts += 1
        // A lock is held for milliseconds, so a second of waiting in all is plenty.
        usleep(50_000)
      }
    }
  }

  /// How often a publication is tried while other processes move or lock its branches.
  private static var mostAttempts: Int { 20 }

  private borrowing func publishOnce(
    _ output: TargetOutput, story: CommitStory, base: BaseChoice, by author: Signature, progress: (PublishStep) -> Void
  ) throws(GitError) -> PublishOutcome {
    let request = PublishRequest(output: output, story: story, base: try self.base(base), author: author)
    let generated = try tip(of: output.target.generatedBranch)
    let review = try tip(of: output.target.reviewBranch)
    let parent = try newestGeneration(of: output.target, onto: request.base.tip)
    let machine = try machineCommit(for: output, story: story, after: parent, by: author)
    progress(.built)
    let reviewed = try reviewCommit(of: machine, onto: review, for: request)
    progress(.merged)
    guard machine.isNew || reviewed != nil else { return .unchanged(generated: machine.commit.id) }

    var moves: [ReferenceMove] = []
    if machine.commit.id != generated.local {
      moves.append(generated.move(to: machine.commit.id, note: "specforge: generate"))
    }
    if let reviewed, reviewed.commit.id != review.local {
      moves.append(review.move(to: reviewed.commit.id, note: "specforge: merge into \(request.base.label)"))
    }
    try finish(moves, writing: [machine.commit] + (reviewed?.made ?? []), by: author, progress: progress)
    return .committed(
      Publication(
        generated: machine.commit.id, review: reviewed?.commit.id, base: request.base.tip.map { _ in request.base.label },
        changes: try outputChanges(from: machine.parent?.tree, to: machine.commit.tree, of: output.target),
        conflicts: reviewed?.conflicts ?? [], keptDeleted: reviewed?.keptDeleted ?? [],
        ancestor: reviewed?.ancestor ?? .history))
  }

  private borrowing func finish(
    _ moves: [ReferenceMove], writing commits: [Commit], by author: Signature, progress: (PublishStep) -> Void
  ) throws(GitError) {
    for move in moves { try requireMovable(String(move.reference.dropFirst(Self.branchPrefix.count))) }
    // From here on, Ctrl-C waits: a pack or a lock that is left behind would be the user's to clean up.
    Interruptions.hold()
    defer { Interruptions.release() }
    try sealPack(of: commits)
    progress(.packed)
    try move(moves, by: author) { progress(.locked) }
    progress(.moved)
  }
}
