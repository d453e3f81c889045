internal import CLibGit2

extension GitRepository {
  /// The configuration as it is now: the repository's, the user's and the machine's.
  borrowing func configuration() throws(GitError) -> Owned {
    let repository = pointer
    return try Owned("read the configuration", freedBy: git_config_free) { git_repository_config_snapshot(&$0, repository) }
  }

  /// Refuses a clone whose objects were left with its remote: git fetches them when they are needed, libgit2 does not.
  ///
  /// Such a remote has `promisor` set (`git help config`). Newer versions of git no longer set the extension beside it, by which
  /// libgit2 refuses to open the repository.
  borrowing func requireAllObjects() throws(GitError) {
    let configuration = try configuration()
    let settings = configuration.pointer
    let iterator = try Owned("read the configuration", freedBy: git_config_iterator_free) {
      git_config_iterator_glob_new(&$0, settings, "^remote\\..*\\.promisor$")
    }
    var entry: UnsafeMutablePointer<git_config_entry>?
    while git_config_next(&entry, iterator.pointer) == 0 {
      var isSet: Int32 = 0
      // A key without a value is set: `git_config_parse_bool` knows that too.
      if git_config_parse_bool(&isSet, entry?.pointee.value) == 0, isSet == 1 {
        throw .unsupported(path: root, form: .partialClone)
      }
    }
  }
}
