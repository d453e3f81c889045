import SpecPipeline
import SpecRepository

extension TargetReport {
  /// The report as lines for people.
  var text: String { line + unresolved.map { "  unresolved conflict: \($0)\n" }.joined() }

  private var line: String {
    switch result {
    case .files(let folder, let written, let unchanged):
      return "\(target): \(Self.files(written)) written to \(folder), \(unchanged) unchanged\n"
    case .unchanged(let generated): return "\(target): up to date (\(generated.prefix(10)))\n"
    case .committed(let publication, let branch, let isAncestorLost):
      return committed(publication, branch) + (isAncestorLost ? Self.lostAncestor : "")
    case .compared(let status):
      if status.isUpToDate { return "\(target): up to date\n" }
      let why =
        status.isGenerated
        ? "neither the review nor the base has the newest generation; `specforge generate` makes a review"
        : "\(Self.counts(status.changes)) by `specforge generate`"
      return "\(target): out of date: \(why)\n"
    case .notGenerated: return "\(target): has errors, and is compared with nothing\n"
    case .failed: return "\(target): failed, its branches are as they were\n"
    }
  }

  private func committed(_ publication: Publication, _ branch: String) -> String {
    let changes = publication.changes.isEmpty ? "generated before, with a new review" : Self.counts(publication.changes)
    var text = "\(target): \(changes), commit \(publication.generated.description.prefix(10))\n"
    for conflict in publication.conflicts { text += "  conflict (\(conflict.kind.rawValue)): \(conflict.path)\n" }
    for path in publication.keptDeleted { text += "  stays deleted: \(path)\n" }
    if publication.review != nil {
      text += "  review: " + (publication.base.map { "git diff \($0)...\(branch)\n" } ?? "git log -p \(branch)\n")
    }
    return text
  }

  private static func counts(_ changes: OutputChanges) -> String {
    "\(files(changes.added.count)) added, \(changes.modified.count) changed, \(changes.deleted.count) removed"
  }

  private static func files(_ count: Int) -> String { count == 1 ? "1 file" : "\(count) files" }

  private static let lostAncestor = """
      warning: the base holds an earlier generation whose commit is not here, so that hand edits could not be told apart: \
    fetch the branch specforge/generated of this target, and generate again\n
    """
}

extension Session {
  /// Tells what failed for single targets, as text beside the result.
  func tellFailures(of reports: [TargetReport]) {
    for report in reports {
      guard let failure = report.failure else { continue }
      terminal.note("\(terminal.style(.red, "error")): \(report.target): \(failure)\n")
    }
  }
}
