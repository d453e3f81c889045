internal import CLibGit2

/// A reference that is to go from one commit to another, if it still is where it was.
struct ReferenceMove {
  let reference: String
  /// Where it was read to be; nothing if it did not exist.
  let from: ObjectID?
  let to: ObjectID
  /// Its line in the reflog.
  let note: String
}

extension GitRepository {
  /// Moves all of the references, or none where one is not where it was.
  ///
  /// All are locked first and compared under the lock. A run that is killed during the last step may have moved some:
  /// each is at its old commit or its new one, and the next run does the rest.
  borrowing func move(
    _ moves: [ReferenceMove], by author: Signature, whenLocked: () -> Void
  ) throws(GitError) {
    let repository = pointer
    let transaction = try Owned("start to move references", freedBy: git_transaction_free) {
      git_transaction_new(&$0, repository)
    }
    let signature = try author.makeRaw()
    defer { git_signature_free(signature) }
    for move in moves {
      let code = git_transaction_lock_ref(transaction.pointer, move.reference)
      if code == GIT_ELOCKED.rawValue { throw .locked(reference: move.reference) }
      try LibGit2.check(code, "lock \(move.reference)")
    }
    for move in moves {
      guard try target(of: move.reference) == move.from else { throw .moved(reference: move.reference) }
      var id = move.to.raw
      let code = git_transaction_set_target(transaction.pointer, move.reference, &id, signature, move.note)
      try LibGit2.check(code, "move \(move.reference)")
    }
    whenLocked()
    try LibGit2.check(git_transaction_commit(transaction.pointer), "move \(moves.map(\.reference).joined(separator: " and "))")
  }
}
