internal import SpecWriting

/// The file `.specforge/<target>.lock`, which tells from the tree alone which generation it holds.
///
/// A squash merge loses the parents of a review; through this file the machine commit behind it is found again.
struct LockFile: Equatable {
  let target: TargetName
  let folder: RelativePath?
  let generatorVersion: String
  let output: ContentDigest
  let inputs: [InputDigest]
  let parts: [LockedPart]

  /// One fact a line, so that git shows and merges it well.
  func render() -> String {
    var lines = [
      "# Written by specforge: which generation of this target the tree holds. See docs/git.md.",
      "lock 1",
      "target \(target)",
      "folder \(folder?.description ?? ".")",
      "generator \(generatorVersion.onOneLine)",
      "output \(output)",
    ]
    for input in inputs.sorted(by: { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }) {
      var name = ""
      JSONWriter.quote(input.name, into: &name)
      lines.append("input \(input.digest) \(name)")
    }
    lines += parts.map(\.line)
    return lines.joined(separator: "\n") + "\n"
  }
}

/// What is needed of a lock file that is read back.
struct LockedOutput: Equatable {
  let folder: RelativePath?
  let output: ContentDigest
  let parts: [LockedPart]

  /// Reads a lock file; nothing where it is damaged, for example by conflict markers.
  init?(parsing bytes: [UInt8]) {
    let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
    func values(_ key: String) -> [Substring] {
      lines.filter { $0.hasPrefix(key + " ") }.map { $0.dropFirst(key.count + 1) }
    }
    guard values("lock") == ["1"], values("folder").count == 1, values("output").count == 1 else { return nil }
    guard let digest = ContentDigest(parsing: values("output")[0]) else { return nil }
    let path = String(values("folder")[0])
    folder = path == "." ? nil : RelativePath(path)
    guard path == "." || folder != nil else { return nil }
    output = digest
    parts = values("part").compactMap { LockedPart(parsing: $0) }
  }
}

extension GitRepository {
  /// Returns what a tree's lock file says about a target; nothing where it has none that can be read.
  borrowing func lock(of target: TargetName, in tree: ObjectID) throws(GitError) -> LockedOutput? {
    guard let entry = try entry(at: target.lockPath, in: tree), entry.isRegularFile else { return nil }
    return LockedOutput(parsing: try blob(entry.id))
  }
}
