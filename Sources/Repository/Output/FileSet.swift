package import SpecWriting

/// Files that can stand beside each other on any file system, sorted by path: valid by construction.
package struct FileSet: Sendable {
  package let files: [GeneratedFile]

  /// Throws all that is wrong, not only the first.
  package init(_ files: [GeneratedFile]) throws(InvalidFiles) {
    let problems = FileProblem.all(in: files)
    guard problems.isEmpty else { throw InvalidFiles(problems: problems) }
    self.files = files.sorted { $0.path < $1.path }
  }
}

/// Files were refused before any of them was written.
package struct InvalidFiles: Error, Equatable, Sendable, CustomStringConvertible {
  package let problems: [FileProblem]

  package var description: String { problems.map(\.description).joined(separator: "\n") }
}

/// Why a file cannot be part of an output.
package enum FileProblem: Equatable, Sendable {
  /// Two files have one path.
  case duplicate(path: String)
  /// Two paths are one on file systems that ignore case or Unicode normalisation.
  case sameIgnoringCase(path: String, other: String)
  /// One path is a file here and a folder there.
  case fileAndFolder(path: String, below: String)
  /// A name that a file system or git gives a meaning of its own.
  case reserved(path: String)
  /// Longer or deeper than every file system allows: 255 bytes a name, 1024 bytes a path, 64 folders.
  case tooLong(path: String)
  /// What stands in the output folder is a symbolic link, a folder or a device, and is not replaced.
  case occupied(path: String)
}

extension FileProblem: CustomStringConvertible {
  package var description: String {
    switch self {
    case .duplicate(let path): "\(path): written twice."
    case .sameIgnoringCase(let path, let other): "\(path): is the same file as \(other) where case does not count."
    case .fileAndFolder(let path, let below): "\(path): is a file, and a folder for \(below)."
    case .reserved(let path): "\(path): has a name that is reserved."
    case .tooLong(let path): "\(path): is too long for a path."
    case .occupied(let path): "\(path): a symbolic link, a folder or a device is in the way. It is left as it is."
    }
  }
}
