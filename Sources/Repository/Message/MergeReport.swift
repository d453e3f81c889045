/// What a merge commit's message says about files that need a look.
struct MergeReport: Equatable {
  let conflicts: [MergeConflict]
  let keptDeleted: [String]

  /// One paragraph for each kind of finding; none where everything merged.
  var paragraphs: [[String]] {
    var all: [[String]] = []
    for kind in MergeConflict.Kind.allCases {
      let paths = conflicts.filter { $0.kind == kind }.map(\.path)
      if !paths.isEmpty { all.append([kind.heading] + paths.map { "- \($0)" }) }
    }
    if !keptDeleted.isEmpty { all.append(["Kept deleted, although changed:"] + keptDeleted.map { "- \($0)" }) }
    return all
  }

  func message(subject: String) -> String {
    ([[subject.onOneLine]] + paragraphs).map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }
}

extension MergeConflict.Kind {
  fileprivate var heading: String {
    switch self {
    case .content: "Conflicts, with both sides in the file between markers:"
    case .deletedAndEdited: "Edited on one side and deleted on the other, kept:"
    case .notMergeable: "Changed on both sides and not text, the user's kept:"
    case .occupied: "Not written, because a file of the user is in the way:"
    }
  }
}
