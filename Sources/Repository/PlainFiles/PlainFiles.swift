internal import SpecWriting

/// Writes an output as plain files, without git.
package enum PlainFiles {
  /// What was done to a folder: paths below it, sorted.
  package struct Report: Equatable, Sendable {
    package var written: [String] = []
    package var unchanged: [String] = []
  }

  /// Makes the files of a folder what they should be; other files there stay as they are.
  ///
  /// All paths are checked before the first file is written. Files whose content and mode are right are not touched, each
  /// other one is replaced at once, and no symbolic link below the folder is followed or replaced.
  package static func write(_ files: FileSet, to root: String) throws(PlainFilesError) -> Report {
    var report = Report()
    var outdated: [GeneratedFile] = []
    if let folder = Folder.open(root: root) {
      var problems: [FileProblem] = []
      for file in files.files {
        switch check(file, in: folder) {
        case .same: report.unchanged.append(file.path.description)
        case .outdated: outdated.append(file)
        case .occupied: problems.append(.occupied(path: file.path.description))
        }
      }
      guard problems.isEmpty else { throw .invalid(InvalidFiles(problems: problems)) }
    } else {
      outdated = files.files
    }
    guard !outdated.isEmpty else { return report }
    let folder = try makeRoot(root)
    for file in outdated {
      try put(file, names: file.path.components.map(String.init)[...], in: folder)
      report.written.append(file.path.description)
    }
    return report
  }

  private enum Finding { case same, outdated, occupied }

  private static func check(_ file: GeneratedFile, in root: borrowing Folder) -> Finding {
    check(file, names: file.path.components.map(String.init)[...], in: root)
  }

  private static func check(_ file: GeneratedFile, names: ArraySlice<String>, in folder: borrowing Folder) -> Finding {
    guard let name = names.first else { return .occupied }
    if names.count > 1 {
      switch folder.folder(name) {
      case .missing: return .outdated
      case .other: return .occupied
      case .folder(let next): return check(file, names: names.dropFirst(), in: next)
      }
    }
    let expected = file.bytes
    switch folder.file(name, expecting: expected.count) {
    case .missing, .different: return .outdated
    case .other: return .occupied
    case .regular(let bytes, let isExecutable):
      return bytes == expected && isExecutable == file.isExecutable ? .same : .outdated
    }
  }

  private static func put(
    _ file: GeneratedFile, names: ArraySlice<String>, in folder: borrowing Folder
  ) throws(PlainFilesError) {
    let failure = { PlainFilesError.system(path: file.path.description, reason: Folder.reason) }
    guard let name = names.first else { return }
    guard names.count > 1 else {
      guard folder.replace(name, with: file.bytes, isExecutable: file.isExecutable) else { throw failure() }
      return
    }
    guard folder.makeFolder(name) else { throw failure() }
    switch folder.folder(name) {
    case .folder(let next): try put(file, names: names.dropFirst(), in: next)
    case .missing: throw failure()
    case .other: throw failure()
    }
  }

  /// Opens the root, and makes it with all folders above it where it does not exist.
  private static func makeRoot(_ root: String) throws(PlainFilesError) -> Folder {
    if let folder = Folder.open(root: root) { return folder }
    var path = root.hasPrefix("/") ? "/" : ""
    for name in root.split(separator: "/") {
      path += "\(name)/"
      if Folder.make(path) { continue }
      let reason = Folder.reason
      // Some systems refuse to make a folder for other reasons before they see that it exists.
      guard Folder.open(root: path) != nil else { throw .system(path: root, reason: reason) }
    }
    guard let folder = Folder.open(root: root) else { throw .system(path: root, reason: Folder.reason) }
    return folder
  }
}
