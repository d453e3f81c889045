internal import SpecWriting

extension FileProblem {
  /// Returns what is wrong with files that are to stand beside each other, in the order of their paths.
  static func all(in files: [GeneratedFile]) -> [FileProblem] {
    let paths = files.map(\.path.description).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return paths.compactMap(ownProblem) + duplicates(in: paths) + clashes(in: paths)
  }

  private static func ownProblem(of path: String) -> FileProblem? {
    let names = path.split(separator: "/", omittingEmptySubsequences: false)
    if names.contains(where: isReserved) { return .reserved(path: path) }
    if path.utf8.count > 1024 || names.count > 64 || names.contains(where: { $0.utf8.count > 255 }) {
      return .tooLong(path: path)
    }
    return nil
  }

  private static func duplicates(in sorted: [String]) -> [FileProblem] {
    zip(sorted, sorted.dropFirst()).compactMap { $0.utf8.elementsEqual($1.utf8) ? .duplicate(path: $0) : nil }
  }

  /// Finds names that fold to one, at every level: `A/x` and `a/y` clash as folders.
  private static func clashes(in sorted: [String]) -> [FileProblem] {
    var problems: [FileProblem] = []
    var spellings: [String: (text: String, isFile: Bool, file: String)] = [:]
    var last: String?
    for path in sorted where !path.utf8.elementsEqual((last ?? "").utf8) {
      last = path
      let names = path.split(separator: "/")
      var prefix = ""
      for (index, name) in names.enumerated() {
        prefix += prefix.isEmpty ? String(name) : "/\(name)"
        let isFile = index == names.count - 1
        // Strings compare by canonical equivalence, which takes care of normalisation.
        guard let known = spellings[prefix.lowercased()] else {
          spellings[prefix.lowercased()] = (prefix, isFile, path)
          continue
        }
        if !known.text.utf8.elementsEqual(prefix.utf8) {
          problems.append(.sameIgnoringCase(path: path, other: known.file))
          break
        }
        if isFile != known.isFile {
          problems.append(.fileAndFolder(path: prefix, below: isFile ? known.file : path))
          break
        }
      }
    }
    return problems
  }

  /// Names that git reads as `.git` on some file system, as `git fsck --strict` checks them.
  private static func isReserved(_ name: Substring) -> Bool {
    // HFS+ ignores these code points in names (`next_hfs_char` in git's utf8.c).
    let ignored: [ClosedRange<UInt32>] = [0x200C...0x200F, 0x202A...0x202E, 0x206A...0x206F, 0xFEFF...0xFEFF]
    var visible = String.UnicodeScalarView()
    visible.append(contentsOf: name.unicodeScalars.filter { scalar in !ignored.contains { $0.contains(scalar.value) } })
    // NTFS drops dots and spaces at the end of a name.
    while let end = visible.last, end == "." || end == " " { visible.removeLast() }
    return ["", ".git", "git~1"].contains(String(visible).lowercased())
  }
}
