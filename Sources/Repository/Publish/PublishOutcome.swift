/// What publishing a target came to.
package enum PublishOutcome: Equatable, Sendable {
  /// The branches hold this output already: nothing was written.
  case unchanged(generated: ObjectID)
  case committed(Publication)
}

/// A generation that is now on its branches.
package struct Publication: Equatable, Sendable {
  /// The machine commit on `specforge/generated/<target>`.
  package let generated: ObjectID
  /// The tip of `specforge/review/<target>`; nothing where the base branch holds this output already.
  package let review: ObjectID?
  /// With what the review was merged: a branch, or a commit's short name; nothing where the base has no commit yet.
  package let base: String?
  /// What the output changed against the generation before.
  package let changes: OutputChanges
  /// Where a person has to look; none where everything merged.
  package let conflicts: [MergeConflict]
  /// Files that the generator changed but that stay deleted, because the user deleted them.
  package let keptDeleted: [String]
  /// From where the user's edits were told apart from generated text.
  package let ancestor: MergeAncestor
}

/// How the generation was found from which the base branch comes.
package enum MergeAncestor: String, Equatable, Sendable {
  /// Git's history has it.
  case history
  /// The lock file names it: a squash merge has dropped it from the history.
  case lockFile = "lock-file"
  /// There is none: a first generation, or one whose machine branch is not here.
  case none
}

/// The files that differ between two generations, sorted.
package struct OutputChanges: Equatable, Sendable {
  package let added: [String]
  package let modified: [String]
  package let deleted: [String]

  package var isEmpty: Bool { added.isEmpty && modified.isEmpty && deleted.isEmpty }
}

extension GitRepository {
  /// Compares two outputs; the lock file is not part of them.
  borrowing func outputChanges(
    from old: ObjectID?, to new: ObjectID, of target: TargetName
  ) throws(GitError) -> OutputChanges {
    let all = try changes(from: old, to: new).filter { $0.path != target.lockPath }
    return OutputChanges(
      added: all.filter { $0.ancestor == nil }.map(\.path.description),
      modified: all.filter { $0.ancestor != nil && $0.theirs != nil }.map(\.path.description),
      deleted: all.filter { $0.theirs == nil }.map(\.path.description))
  }
}

/// How far publishing has come: for progress on a terminal, and for tests that disturb it.
package enum PublishStep: String, CaseIterable, Sendable {
  /// The output is in memory.
  case built
  /// It is merged with the base branch, in memory.
  case merged
  /// All objects are on the disk, and nothing names them yet.
  case packed
  /// The branches are locked and still old.
  case locked
  /// The branches are new.
  case moved
}
