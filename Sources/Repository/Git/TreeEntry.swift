internal import CLibGit2

/// What stands at one path of a tree.
struct TreeEntry: Hashable {
  /// How git stores it. Other modes of the past are read as the nearest of these.
  enum Kind: UInt32 {
    case file = 0o100644
    case executable = 0o100755
    case link = 0o120000
    case submodule = 0o160000
    case folder = 0o040000
  }

  let id: ObjectID
  let kind: Kind

  /// Whether its content can be merged line by line.
  var isRegularFile: Bool { kind == .file || kind == .executable }

  init(id: ObjectID, kind: Kind) {
    self.id = id
    self.kind = kind
  }

  /// Reads an entry of a tree.
  init?(_ pointer: OpaquePointer) {
    guard let id = git_tree_entry_id(pointer) else { return nil }
    self.init(id: ObjectID(id.pointee), kind: Kind(rawValue: git_tree_entry_filemode(pointer).rawValue) ?? .file)
  }

  /// Reads one side of a difference; nothing where that side has no file.
  init?(_ file: git_diff_file) {
    guard file.mode != 0 else { return nil }
    self.init(id: ObjectID(file.id), kind: Kind(rawValue: UInt32(file.mode)) ?? .file)
  }
}

/// One file to set in a tree, or to take out of it.
struct TreeUpdate: Equatable {
  let path: TreePath
  /// The new content; nothing to remove what is there.
  let entry: TreeEntry?
}
