import SpecPipeline
import SpecRepository
import SpecWriting

/// What became of one target.
struct TargetReport {
  let target: TargetConfiguration
  let result: Result
  /// Files in which conflict markers of an earlier run still stand.
  let unresolved: [String]

  enum Result {
    case files(folder: String, written: Int, unchanged: Int)
    case unchanged(generated: String)
    /// - Parameter isAncestorLost: the base holds a generation that is not among the commits here.
    case committed(Publication, branch: String, isAncestorLost: Bool)
    case compared(TargetStatus)
  }

  init(target: TargetConfiguration, result: Result, unresolved: [String] = []) {
    self.target = target
    self.result = result
    self.unresolved = unresolved
  }

  init(_ target: TargetConfiguration, _ outcome: PublishOutcome, branch: String, wasOnBase: Bool, unresolved: [String]) {
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
    case .files, .unchanged, .compared: !unresolved.isEmpty
    case .committed(let publication, _, _): !publication.conflicts.isEmpty || !unresolved.isEmpty
    }
  }

  var isOutOfDate: Bool {
    switch result {
    case .files, .unchanged, .committed: false
    case .compared(let status): !status.isUpToDate
    }
  }
}
