/// What one side did to one path since the ancestor.
struct PathChange: Equatable {
  let path: TreePath
  /// Where the file was in the ancestor, if its folder has moved since.
  var formerPath: TreePath?
  var ancestor: TreeEntry?
  var theirs: TreeEntry?

  init(path: TreePath, formerPath: TreePath? = nil, ancestor: TreeEntry?, theirs: TreeEntry?) {
    self.path = path
    self.formerPath = formerPath
    self.ancestor = ancestor
    self.theirs = theirs
  }
}

/// A path where two sides met and a person has to look.
package struct MergeConflict: Hashable, Sendable {
  package enum Kind: String, Hashable, CaseIterable, Sendable {
    /// Both changed the same lines: both stand in the file, between diff3 markers.
    case content
    /// One side deleted the file and the other edited it: the edited file is kept.
    case deletedAndEdited = "deleted-and-edited"
    /// Both changed a file that cannot be merged by lines (binary, a link, a submodule): the user's is kept.
    case notMergeable = "not-mergeable"
    /// A file stands where the other side needs a folder, or the other way round: the user's is kept.
    case occupied
  }

  /// The path as text; what is no UTF-8 is escaped.
  package let path: String
  package let kind: Kind
}

extension MergeConflict: Comparable {
  package static func < (lhs: Self, rhs: Self) -> Bool { (lhs.path, lhs.kind.rawValue) < (rhs.path, rhs.kind.rawValue) }
}
