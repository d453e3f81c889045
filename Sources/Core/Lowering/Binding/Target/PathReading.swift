import SpecIR
import SpecNaming

/// A path as things and what identifies them: `/users/{id}/orders` is a user and its orders.
struct PathReading {
  /// Outermost first; never empty.
  let levels: [Level]

  struct Level {
    /// The segment that names the thing.
    let thing: Words
    /// A segment between the thing and its parameter that says by what it is looked up, as in `/users/by-email/{email}`.
    let lookup: Words?
    /// The parameters by which one of them is meant; none for all of them.
    let parameters: [String]
  }

  var isItem: Bool { !(levels.last?.parameters.isEmpty ?? true) }

  /// Reads a path without its leading segments that name nothing.
  ///
  /// - Parameter rooms: names of the contract's groups: a leading segment with such a name is no thing.
  init(_ path: PathTemplate, skipping prefix: Int, rooms: [Words], names: (Words) -> Bool) throws(Refusal) {
    var levels: [Level] = []
    var tokens = try Self.tokens(of: path)[...]
    tokens = tokens.dropFirst(prefix)
    // What is left must still begin with a thing.
    while case .literal(let first)? = tokens.first, case .literal? = tokens.dropFirst().first, !names(first),
      Self.isPlain(first) || rooms.contains(where: first.isSame(as:))
    {
      tokens = tokens.dropFirst()
    }
    while let token = tokens.popFirst() {
      guard case .literal(let thing) = token else {
        throw Refusal(.unsupported, "the path names no thing before its first parameter")
      }
      var lookup: Words?
      if case .literal(let next)? = tokens.first {
        guard let column = Self.lookup(next, parameter: tokens.dropFirst().first) else {
          throw Refusal(.noTable, "the path segment '\(next.sentence)' after '\(thing.sentence)' is neither a key nor a lookup")
        }
        lookup = column
        tokens = tokens.dropFirst()
      }
      var parameters: [String] = []
      while case .parameter(let name)? = tokens.first {
        parameters.append(name)
        tokens = tokens.dropFirst()
      }
      if parameters.isEmpty, !tokens.isEmpty { throw Refusal(.unsupported, "the path is not made of things and their keys") }
      levels.append(Level(thing: thing, lookup: lookup, parameters: parameters))
    }
    guard !levels.isEmpty else { throw Refusal(.noTable, "the path names no thing") }
    self.levels = levels
  }

  private enum Token {
    case literal(Words)
    case parameter(String)
  }

  private static func tokens(of path: PathTemplate) throws(Refusal) -> [Token] {
    var tokens: [Token] = []
    for segment in path.segments where !segment.pieces.isEmpty {
      guard segment.pieces.count == 1 else {
        throw Refusal(.unsupported, "a path segment that mixes text and parameters asks for more than a key")
      }
      switch segment.pieces[0] {
      case .literal(let text): tokens.append(.literal(Words(text)))
      case .parameter(let name): tokens.append(.parameter(name))
      }
    }
    return tokens
  }

  /// `by-email` before any parameter, and `email` before a parameter of that name.
  private static func lookup(_ segment: Words, parameter: Token?) -> Words? {
    guard case .parameter(let name)? = parameter else { return nil }
    if segment.words.count > 1, segment.words[0] == "by" { return Words(words: Array(segment.words.dropFirst())) }
    return segment.isSame(as: Words(name)) ? segment : nil
  }

  /// `api`, `rest`, and versions such as `v1` and `2024-01-01`.
  private static func isPlain(_ segment: Words) -> Bool {
    if segment.words == ["api"] || segment.words == ["rest"] { return true }
    let digits = segment.compact.hasPrefix("v") ? segment.compact.dropFirst() : segment.compact[...]
    return !digits.isEmpty && digits.allSatisfy(\.isNumber)
  }

  /// Counts the leading segments that all paths share and that name no table.
  static func sharedPrefix(of paths: [PathTemplate], tables: TableNames) -> Int {
    guard Set(paths).count > 1, let first = paths.first else { return 0 }
    var length = 0
    for segment in first.segments.dropLast() {
      guard case .literal(let text)? = segment.pieces.first, segment.pieces.count == 1,
        tables.tables(named: Words(text)).isEmpty,
        paths.allSatisfy({ path in
          guard path.segments.count > length + 1, path.segments[length] == segment else { return false }
          // What follows must still begin with a thing.
          guard case .literal? = path.segments[length + 1].pieces.first else { return false }
          return true
        })
      else { break }
      length += 1
    }
    return length
  }
}
