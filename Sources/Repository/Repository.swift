// Commits, branches and merges through libgit2.
