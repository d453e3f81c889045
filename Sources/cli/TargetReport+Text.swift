import SpecPipeline
import SpecRepository

extension TargetReport {
  /// The report as lines for people.
  var text: String {
    switch result {
    case .files(let folder, let written, let unchanged):
      return "\(target.name): \(written) files written to \(folder), \(unchanged) unchanged\n"
    case .unchanged(let generated): return "\(target.name): up to date (\(generated.prefix(10)))\n"
    case .committed(let publication, let branch, let isAncestorLost):
      return committed(publication, branch) + (isAncestorLost ? Self.lostAncestor : "")
    case .compared(let status, let unresolved):
      let state =
        status.isUpToDate
        ? "up to date"
        : status.isGenerated
          ? "out of date: generated, but neither the review nor the base has it; `specforge generate` makes a review"
          : "out of date: \(Self.counts(status.changes)) by `specforge generate`"
      return "\(target.name): \(state)\n" + unresolved.map { "  unresolved conflict: \($0)\n" }.joined()
    }
  }

  private func committed(_ publication: Publication, _ branch: String) -> String {
    let changes = publication.changes.isEmpty ? "generated before, with a new review" : Self.counts(publication.changes)
    var text = "\(target.name): \(changes), commit \(publication.generated.description.prefix(10))\n"
    for conflict in publication.conflicts { text += "  conflict (\(conflict.kind.rawValue)): \(conflict.path)\n" }
    for path in publication.keptDeleted { text += "  stays deleted: \(path)\n" }
    if publication.review != nil {
      text += "  review: " + (publication.base.map { "git diff \($0)...\(branch)\n" } ?? "git log -p \(branch)\n")
    }
    return text
  }

  private static func counts(_ changes: OutputChanges) -> String {
    "\(changes.added.count) files added, \(changes.modified.count) changed, \(changes.deleted.count) removed"
  }

  private static let lostAncestor = """
      warning: the base holds an earlier generation whose commit is not here, so that hand edits could not be told apart: \
    fetch the branch specforge/generated of this target, and generate again\n
    """
}
