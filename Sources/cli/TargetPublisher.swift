import SpecRepository

/// Commits targets one by one, with what the commits of a run have in common.
struct TargetPublisher {
  let title: String
  let inputs: [InputDigest]
  let base: BaseChoice
  let author: Signature

  func publish(
    _ output: TargetOutput, of target: GeneratedTarget, in repository: borrowing GitRepository
  ) throws(GitError) -> TargetReport {
    let story = CommitStory(
      of: target.parts, since: try repository.parts(of: output.target, base: base), title: title, noun: target.noun,
      generatorVersion: Version.current, inputs: inputs)
    let wasOnBase = try repository.isOnBase(output.target, base)
    let outcome = try repository.publish(output, story: story, base: base, by: author)
    let unresolved = try repository.unresolvedConflicts(of: output.target, base: base)
    return TargetReport(
      target.name, outcome, branch: output.target.reviewBranch, wasOnBase: wasOnBase, unresolved: unresolved)
  }
}

extension GitError {
  /// Whether other targets may be committed although one met this.
  var isOfOneTarget: Bool {
    switch self {
    case .checkedOut, .branchInTheWay, .locked, .moved, .repository, .library: true
    case .notARepository, .untrustedOwner, .unsupported, .baseMissing, .baseIsGenerated, .invalidSignature: false
    }
  }

  /// How a run ends that met this.
  var outcome: Outcome {
    switch self {
    case .library: .bug
    case .repository, .notARepository, .untrustedOwner, .unsupported, .baseMissing, .baseIsGenerated, .checkedOut,
      .branchInTheWay, .locked, .moved, .invalidSignature:
      .usage
    }
  }
}
