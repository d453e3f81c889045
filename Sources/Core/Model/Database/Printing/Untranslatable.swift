internal import SpecSource

/// Why a part of a migration has no form in the other dialect; caught where changes are printed.
struct Untranslatable: Error {
  var what: String
  var hint: String
  /// Nothing where the statement as a whole is meant.
  var range: SourceRange?

  init(_ what: String, hint: String, at range: SourceRange? = nil) {
    self.what = what
    self.hint = hint
    self.range = range
  }
}
