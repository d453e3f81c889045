extension GitRepository {
  /// Returns the generated files that still hold conflict markers of a merge, sorted: in the review, or in the base once it has
  /// taken the review over.
  package borrowing func unresolvedConflicts(of target: TargetName, base: BaseChoice = .head) throws(GitError) -> [String] {
    guard let review = try tip(of: target.reviewBranch).newest else { return [] }
    guard let machine = try tip(of: target.generatedBranch).newest else { return [] }
    let tree = try tree(showing: review, or: tipToCompare(base), of: target)
    var paths: [String] = []
    for file in try files(in: commit(machine).tree) {
      guard let mine = try entry(at: file.path, in: tree), mine.isRegularFile, mine.id != file.entry.id else { continue }
      if hasMarkers(try blob(mine.id)) { paths.append(file.path.description) }
    }
    return paths
  }

  /// The tree in which people settle what a review left open.
  ///
  /// A merged review is in the base's history; a squashed one has left its lock file there. In a shallow clone only that is seen.
  private borrowing func tree(
    showing review: ObjectID, or base: ObjectID?, of target: TargetName
  ) throws(GitError) -> ObjectID {
    let reviewTree = try commit(review).tree
    guard let base else { return reviewTree }
    let baseTree = try commit(base).tree
    if !isShallow, try contains(review, in: base) { return baseTree }
    guard let locked = try lock(of: target, in: baseTree), let open = try lock(of: target, in: reviewTree) else {
      return reviewTree
    }
    return locked.output == open.output ? baseTree : reviewTree
  }
}

/// Whether a file has all four lines of a diff3 conflict in their order.
private func hasMarkers(_ bytes: [UInt8]) -> Bool {
  var expected = ["<<<<<<< ", "||||||| ", "=======", ">>>>>>> "][...]
  for line in bytes.split(separator: UInt8(ascii: "\n")) {
    guard let next = expected.first else { return true }
    if line.starts(with: next.utf8) { expected = expected.dropFirst() }
  }
  return expected.isEmpty
}
