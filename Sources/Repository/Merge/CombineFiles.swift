/// One file made of two versions.
struct CombinedFile: Equatable {
  let entry: TreeEntry
  let conflict: MergeConflict.Kind?
}

extension GitRepository {
  /// Makes one file of two that both differ from their ancestor: mode and content are merged apart from each other.
  borrowing func combine(
    ancestor: TreeEntry?, ours: TreeEntry, theirs: TreeEntry, labels: MergeLabels
  ) throws(GitError) -> CombinedFile {
    guard ours.isRegularFile, theirs.isRegularFile else { return CombinedFile(entry: ours, conflict: .notMergeable) }
    let base = ancestor.flatMap { $0.isRegularFile ? $0 : nil }
    let kind = ours.kind == base?.kind ? theirs.kind : ours.kind
    if ours.id == theirs.id || theirs.id == base?.id {
      return CombinedFile(entry: TreeEntry(id: ours.id, kind: kind), conflict: nil)
    }
    if ours.id == base?.id { return CombinedFile(entry: TreeEntry(id: theirs.id, kind: kind), conflict: nil) }

    let baseBytes: [UInt8]? = if let base { try blob(base.id) } else { nil }
    let merged = try mergeText(ancestor: baseBytes, ours: blob(ours.id), theirs: blob(theirs.id), labels: labels)
    guard let merged else {
      return CombinedFile(entry: TreeEntry(id: ours.id, kind: kind), conflict: .notMergeable)
    }
    let entry = TreeEntry(id: try writeBlob(merged.bytes), kind: kind)
    return CombinedFile(entry: entry, conflict: merged.hasConflicts ? .content : nil)
  }
}
