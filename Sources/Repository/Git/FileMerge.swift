internal import CLibGit2

/// What the two sides and their ancestor are called beside conflict markers.
struct MergeLabels: Equatable {
  let ancestor: String
  let ours: String
  let theirs: String
}

/// A file merged line by line.
struct MergedText: Equatable {
  let bytes: [UInt8]
  /// Whether some lines could not be merged and stand between diff3 markers.
  let hasConflicts: Bool
}

/// Merges two versions of a file that come from one ancestor; without one, the ancestor is an empty file.
///
/// Nothing is returned where one of them is binary: holds a zero byte near its start, as git decides it.
func mergeText(
  ancestor: [UInt8]?, ours: [UInt8], theirs: [UInt8], labels: MergeLabels
) throws(GitError) -> MergedText? {
  guard ![ancestor ?? [], ours, theirs].contains(where: isBinary) else { return nil }
  var options = git_merge_file_options()
  try LibGit2.check(
    git_merge_file_options_init(&options, UInt32(GIT_MERGE_FILE_OPTIONS_VERSION)), "prepare to merge a file")
  options.flags = GIT_MERGE_FILE_STYLE_DIFF3.rawValue

  var result = git_merge_file_result()
  defer { git_merge_file_result_free(&result) }
  var code: Int32 = -1
  withCStrings(labels) { ancestorLabel, ourLabel, theirLabel in
    options.ancestor_label = ancestorLabel
    options.our_label = ourLabel
    options.their_label = theirLabel
    (ancestor ?? []).withMergeInput { ancestorInput in
      ours.withMergeInput { ourInput in
        theirs.withMergeInput { theirInput in
          code = git_merge_file(&result, &ancestorInput, &ourInput, &theirInput, &options)
        }
      }
    }
  }
  try LibGit2.check(code, "merge a file")
  let merged = UnsafeRawBufferPointer(start: result.ptr, count: result.len)
  return MergedText(bytes: Array(merged), hasConflicts: result.automergeable == 0)
}

/// git looks at the first 8000 bytes only (`buffer_is_binary` in its xdiff-interface.c).
private func isBinary(_ bytes: [UInt8]) -> Bool { bytes.prefix(8000).contains(0) }

private func withCStrings(
  _ labels: MergeLabels, _ body: (UnsafePointer<CChar>, UnsafePointer<CChar>, UnsafePointer<CChar>) -> Void
) {
  labels.ancestor.withCString { ancestor in
    labels.ours.withCString { ours in
      labels.theirs.withCString { theirs in body(ancestor, ours, theirs) }
    }
  }
}

extension [UInt8] {
  fileprivate func withMergeInput(_ body: (inout git_merge_file_input) -> Void) {
    withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { characters in
        var input = git_merge_file_input()
        input.version = UInt32(GIT_MERGE_FILE_INPUT_VERSION)
        input.ptr = characters.baseAddress
        input.size = characters.count
        body(&input)
      }
    }
  }
}
