package import SpecWriting

/// The name of a target: a letter or digit, then letters, digits, `-`, `_` and `.`, at most 64 in all.
///
/// It stands in branch names and file names, so it holds nothing that either gives a meaning (`git help check-ref-format`).
package struct TargetName: Hashable, Sendable, CustomStringConvertible {
  package let description: String

  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard (1...64).contains(bytes.count), bytes[0] != UInt8(ascii: ".") else { return nil }
    guard bytes.allSatisfy({ Self.isLetterOrDigit($0) || "-_.".utf8.contains($0) }), Self.isLetterOrDigit(bytes[0]) else {
      return nil
    }
    guard !text.contains(".."), !text.hasSuffix("."), !text.lowercased().hasSuffix(".lock") else { return nil }
    description = text
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }

  /// The branch that only the generator writes to.
  package var generatedBranch: String { "specforge/generated/\(description)" }

  /// The branch that people review and add to.
  package var reviewBranch: String { "specforge/review/\(description)" }

  /// Where the lock file stands in a tree.
  var lockPath: TreePath { TreePath(".specforge/\(description).lock".utf8) }
}

/// All files of one target, at their places in the repository.
package struct TargetOutput: Sendable {
  package let target: TargetName
  /// The target's folder below the repository's root; nothing for the root itself.
  package let folder: RelativePath?
  /// Paths here begin at the repository's root.
  package let files: FileSet
  /// What the output's content comes to.
  package let digest: ContentDigest

  /// - Parameter files: paths begin at the target's folder.
  package init(target: TargetName, folder: RelativePath?, files: [GeneratedFile]) throws(InvalidFiles) {
    let placed = files.map { file in
      guard let folder else { return file }
      return GeneratedFile(path: file.path.under(folder), content: file.content, isExecutable: file.isExecutable)
    }
    let ours = placed.filter { $0.path.components.first?.lowercased() == ".specforge" }
    guard ours.isEmpty else { throw InvalidFiles(problems: ours.map { .reserved(path: $0.path.description) }) }
    self.target = target
    self.folder = folder
    self.files = try FileSet(placed)
    digest = ContentDigest(
      ofOutput: self.files.files.map { ($0.path.description, $0.isExecutable, $0.bytes) })
  }
}
