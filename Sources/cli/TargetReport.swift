import SpecPipeline
import SpecRepository
import SpecWriting

/// What became of one target.
struct TargetReport {
  let target: TargetConfiguration
  let result: Result

  enum Result {
    case files(folder: String, written: Int, unchanged: Int)
    case unchanged(generated: String)
    /// - Parameter isAncestorLost: the base holds a generation that is not among the commits here.
    case committed(Publication, branch: String, isAncestorLost: Bool)
    case compared(TargetStatus, unresolved: [String])
  }

  init(target: TargetConfiguration, result: Result) {
    self.target = target
    self.result = result
  }

  init(_ target: TargetConfiguration, _ outcome: PublishOutcome, branch: String, wasOnBase: Bool) {
    self.target = target
    switch outcome {
    case .unchanged(let generated): result = .unchanged(generated: generated.description)
    case .committed(let publication):
      result = .committed(publication, branch: branch, isAncestorLost: publication.ancestor == .none && wasOnBase)
    }
  }

  var hasConflicts: Bool {
    switch result {
    case .files, .unchanged: false
    case .committed(let publication, _, _): !publication.conflicts.isEmpty
    case .compared(_, let unresolved): !unresolved.isEmpty
    }
  }

  var isOutOfDate: Bool {
    switch result {
    case .files, .unchanged, .committed: false
    case .compared(let status, _): !status.isUpToDate
    }
  }
}
