/// What a commit message tells about a generation. The words are the caller's, the form is made here.
package struct CommitStory: Sendable {
  /// The conventional type, such as `feat` or `fix`.
  package let type: String
  /// What changed, in a few words, without type and scope.
  package let summary: String
  /// Whether clients of the API may break: marked by `!`.
  package let isBreaking: Bool
  /// What changed by operation, table and rule: one line each.
  package let body: [String]
  package let generatorVersion: String
  package let inputs: [InputDigest]
  /// What the contract consists of, for the next generation to compare with.
  package let parts: [LockedPart]

  package init(
    type: String = "feat", summary: String, isBreaking: Bool = false, body: [String] = [], generatorVersion: String,
    inputs: [InputDigest], parts: [LockedPart] = []
  ) {
    self.type = type
    self.summary = summary
    self.isBreaking = isBreaking
    self.body = body
    self.generatorVersion = generatorVersion
    self.inputs = inputs
    self.parts = parts
  }
}

extension CommitStory {
  /// Returns the whole message: subject, body, further paragraphs and trailers.
  func message(for output: TargetOutput, adding paragraphs: [[String]] = []) -> String {
    let mark = isBreaking ? "!" : ""
    let subject = "\(type)(\(output.target))\(mark): \(summary)".onOneLine
    let trailers = [
      "\(Trailer.target): \(output.target)",
      "\(Trailer.version): \(generatorVersion.onOneLine)",
      "\(Trailer.inputs): \(inputsDigest)",
      "\(Trailer.output): \(output.digest)",
    ]
    return ([[subject], body.map(\.onOneLine)] + paragraphs + [trailers]).filter { !$0.isEmpty }
      .map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  /// One digest for all inputs: of their lines `<digest> <name>` in the order of their names.
  var inputsDigest: ContentDigest {
    let lines = inputs.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }.map { "\($0.digest) \($0.name)\n" }
    return ContentDigest(of: lines.joined().utf8)
  }
}

/// The trailers of a commit that holds a generation.
enum Trailer {
  static let target = "SpecForge-Target"
  static let version = "SpecForge-Version"
  static let inputs = "SpecForge-Inputs"
  static let output = "SpecForge-Output"

  /// Returns a trailer's value: only the last paragraph is looked at, where no text of an input can stand.
  static func value(_ key: String, in message: String) -> Substring? {
    let lines = message.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let last = lines.reversed().drop { $0.isEmpty }.prefix { !$0.isEmpty }
    return last.first { $0.hasPrefix(key + ": ") }?.dropFirst(key.utf8.count + 2)
  }
}

extension Commit {
  /// A machine commit's message with paragraphs before its trailers: for a merge that is made later than the commit itself.
  func message(adding paragraphs: [[String]]) -> String {
    var own = message.split(separator: "\n\n").map { $0.split(separator: "\n").joined(separator: "\n") }
    own.insert(contentsOf: paragraphs.map { $0.joined(separator: "\n") }, at: max(0, own.count - 1))
    return own.joined(separator: "\n\n") + "\n"
  }

  /// The digest of the output that this commit's message names for a target.
  func output(of target: TargetName) -> ContentDigest? {
    guard let name = Trailer.value(Trailer.target, in: message), name == target.description else { return nil }
    return Trailer.value(Trailer.output, in: message).flatMap { ContentDigest(parsing: $0) }
  }
}

extension String {
  /// The text with every line break and control character turned into a space.
  var onOneLine: String {
    var line = String.UnicodeScalarView()
    line.append(
      contentsOf: unicodeScalars.map { scalar in
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: " "
        default: scalar
        }
      })
    return String(line)
  }
}
