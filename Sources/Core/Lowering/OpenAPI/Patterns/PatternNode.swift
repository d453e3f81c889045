/// A regular expression after reading: what it matches, without how it was spelled.
///
/// Captures and laziness are gone, because a pattern is only asked whether it matches somewhere.
indirect enum PatternNode: Hashable {
  case characters(CharacterSet)
  /// The start of the text.
  case start
  /// The end of the text.
  case end
  case sequence([PatternNode])
  case alternatives([PatternNode])
  /// Nothing as the maximum is no bound.
  case repeated(PatternNode, minimum: Int, maximum: Int?)
}

/// Why a pattern is not used, told as the rest of a sentence that begins with the pattern.
enum PatternFailure: Error, Hashable {
  case lookAround
  case backReference
  case wordBoundary
  case flags
  case delimiters
  case emptyClass
  case unknownEscape(String)
  case unknownProperty(String)
  case syntax(String)
  case tooLarge

  var explanation: String {
    switch self {
    case .lookAround: "uses look-around, which engines of linear time do not have"
    case .backReference: "uses a back reference, which engines of linear time do not have"
    case .wordBoundary: "uses a word boundary, which engines define differently"
    case .flags: "sets flags inside the pattern, which ECMA-262 does not have"
    case .delimiters: "is written with delimiters, which would be matched as slashes"
    case .emptyClass: "has a class that no character is in"
    case .unknownEscape(let text): "has the escape “\(text)”, which ECMA-262 does not have"
    case .unknownProperty(let name): "asks for the Unicode property “\(name)”; only general categories are known"
    case .syntax(let what): "cannot be read: \(what)"
    case .tooLarge: "is too large"
    }
  }
}
