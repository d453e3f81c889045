/// Which side the changes come from: it decides what a deletion means.
enum MergeSource: Equatable {
  /// The generator changes the user's tree.
  case generator
  /// The user's base branch changes a review branch that already holds this output of the generator, if any.
  case base(generated: ObjectID?)
}

/// What becomes of one path in a merge.
enum MergeVerdict: Equatable {
  /// Ours stays as it is.
  case keep
  /// Theirs is taken; nothing deletes ours.
  case take(TreeEntry?)
  /// The path ends up deleted although the other side changed it, and that is told.
  case delete
  /// The path keeps this file although one side deleted it: a conflict.
  case keepEdited(TreeEntry)
  /// Both sides have a version of their own.
  case combine(ours: TreeEntry, theirs: TreeEntry)

  /// Decides by the three versions of a path.
  ///
  /// - Parameter generated: what the generator's newest output in ours has there; only asked for changes of the base.
  init(ancestor: TreeEntry?, ours: TreeEntry?, theirs: TreeEntry?, source: MergeSource, generated: TreeEntry?) {
    if ours == theirs || theirs == ancestor {
      self = .keep
    } else if ours == ancestor {
      self = .take(theirs)
    } else if let ours, let theirs {
      self = .combine(ours: ours, theirs: theirs)
    } else if let theirs {
      // Ours has deleted what theirs changed. In a review branch that was the generator, unless its output still has the file.
      let isDeletedByUser = source == .generator || generated != nil
      self = isDeletedByUser ? .delete : .keepEdited(theirs)
    } else if let ours {
      // Theirs has deleted what ours changed. In a review branch that may have been the generator, whom the user overrules.
      let isDeletedByUser = source != .generator && ours == generated
      self = isDeletedByUser ? .delete : .keepEdited(ours)
    } else {
      self = .keep
    }
  }
}
