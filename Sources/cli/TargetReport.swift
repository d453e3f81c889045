import SpecRepository
import SpecWriting

/// What became of one target.
struct TargetReport {
  /// Its name.
  let target: String
  let result: Result
  /// Files in which conflict markers of an earlier run still stand.
  let unresolved: [String]

  enum Result {
    case files(folder: String, written: Int, unchanged: Int)
    case unchanged(generated: String)
    /// - Parameter isAncestorLost: the base holds a generation that is not among the commits here.
    case committed(Publication, branch: String, isAncestorLost: Bool)
    case compared(TargetStatus)
    /// It has errors, which are among the findings.
    case notGenerated
    /// Its branches are as they were.
    case failed(GitError)
  }

  init(target: String, result: Result, unresolved: [String] = []) {
    self.target = target
    self.result = result
    self.unresolved = unresolved
  }

  init(_ target: String, _ outcome: PublishOutcome, branch: String, wasOnBase: Bool, unresolved: [String]) {
    switch outcome {
    case .unchanged(let generated):
      self.init(target: target, result: .unchanged(generated: generated.description), unresolved: unresolved)
    case .committed(let publication):
      let isAncestorLost = publication.ancestor == .none && wasOnBase
      let told = Set(publication.conflicts.map(\.path))
      self.init(
        target: target, result: .committed(publication, branch: branch, isAncestorLost: isAncestorLost),
        unresolved: unresolved.filter { !told.contains($0) })
    }
  }

  var hasConflicts: Bool {
    switch result {
    case .files, .unchanged, .compared, .notGenerated: !unresolved.isEmpty
    case .committed(let publication, _, _): !publication.conflicts.isEmpty || !unresolved.isEmpty
    case .failed: false
    }
  }

  /// What failed for this target alone.
  var failure: GitError? {
    switch result {
    case .files, .unchanged, .committed, .compared, .notGenerated: nil
    case .failed(let error): error
    }
  }

  var isOutOfDate: Bool {
    switch result {
    case .files, .unchanged, .committed, .notGenerated, .failed: false
    case .compared(let status): !status.isUpToDate
    }
  }
}

extension [TargetReport] {
  /// How a run with these reports ends: a target that failed weighs more than a conflict in another.
  var outcome: Outcome {
    let failures = compactMap(\.failure?.outcome)
    if let worst = failures.first(where: { $0 == .bug }) ?? failures.first { return worst }
    if contains(where: \.hasConflicts) { return .conflicts }
    return contains(where: \.isOutOfDate) ? .outOfDate : .ok
  }
}
