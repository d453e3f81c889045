/// A part of a contract as a lock file keeps it: enough to tell later whether it changed.
package struct LockedPart: Hashable, Sendable {
  package let kind: Kind
  /// Such as `GET /users/{id}`; unique among parts of its kind, but for contracts that say a thing twice.
  package let name: String
  /// The first twelve hexadecimal digits of the SHA-256 of what the contract says about it.
  let digest: String

  /// In the order in which messages tell them.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case operation, model, table
    /// What is done for an operation, by whose name it goes.
    case rule
    case error
    /// A target of the project, for the workspace that holds it.
    case backend

    /// Whether its coming and going is told: a rule comes and goes with its operation.
    var standsAlone: Bool { self != .rule }
  }

  /// - Parameter text: everything that is said about the part, printed.
  package init(_ kind: Kind, _ name: String, text: String) {
    self.kind = kind
    self.name = name.onOneLine
    digest = String(ContentDigest(of: text.utf8).description.dropFirst(7).prefix(12))
  }

  /// The line of a lock file: `part 0123456789ab operation GET /users`.
  var line: String { "part \(digest) \(kind.rawValue) \(name)" }

  /// Reads the line of a lock file, without its first word.
  init?(parsing text: Substring) {
    let words = text.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
    guard words.count == 3, words[0].utf8.count == 12, let kind = Kind(rawValue: String(words[1])) else { return nil }
    digest = String(words[0])
    self.kind = kind
    name = String(words[2])
  }
}

extension GitRepository {
  /// The parts of the newest generation of a target; nothing where there is none that can be read.
  ///
  /// Where its commit is not here, because a review was squashed and its branches deleted, the base's lock file tells them.
  package borrowing func parts(of target: TargetName, base: BaseChoice = .head) throws(GitError) -> [LockedPart]? {
    let tip = try self.base(base).tip
    if let newest = try newestGeneration(of: target, onto: tip) { return try lock(of: target, in: newest.tree)?.parts }
    guard let tip else { return nil }
    return try lock(of: target, in: commit(tip).tree)?.parts
  }

  /// Whether the base branch holds a generation of a target, merged or squashed.
  package borrowing func isOnBase(_ target: TargetName, _ base: BaseChoice) throws(GitError) -> Bool {
    guard let tip = try self.base(base).tip else { return false }
    return try entry(at: target.lockPath, in: commit(tip).tree) != nil
  }
}
