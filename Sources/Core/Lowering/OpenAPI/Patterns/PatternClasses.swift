extension PatternParser {
  /// Reads a class after its `[`.
  mutating func characterClass() throws(PatternFailure) -> CharacterSet {
    let isNegated = take("^")
    // Joined once at the end: a class may list thousands of characters.
    var members: [CharacterSet] = []
    while !take("]") {
      guard !rest.isEmpty else { throw .syntax("“[” without “]”") }
      let first = try classAtom()
      guard rest.first == "-", let afterDash = rest.dropFirst().first, afterDash != "]" else {
        members.append(first)
        continue
      }
      rest.removeFirst()
      let last = try classAtom()
      guard let low = first.single, let high = last.single else {
        // Annex B: with a class such as `\w` at one end, the dash is an ordinary character.
        members += [first, last, CharacterSet("-")]
        continue
      }
      guard low.value <= high.value else { throw .syntax("a range of a class is out of order") }
      members.append(CharacterSet([low.value...high.value]))
    }
    let set = CharacterSet(members.flatMap(\.ranges), categories: members.flatMap(\.categories))
    let result = isNegated ? set.complement : set
    if result.isEmpty { throw .emptyClass }
    return result
  }

  private mutating func classAtom() throws(PatternFailure) -> CharacterSet {
    guard let next = rest.popFirst() else { throw .syntax("“[” without “]”") }
    return next == "\\" ? try escape(inClass: true) : CharacterSet(next)
  }

  /// Reads an escape after its backslash.
  mutating func escape(inClass: Bool) throws(PatternFailure) -> CharacterSet {
    guard let next = rest.popFirst() else { throw .syntax("it ends with a backslash") }
    switch next {
    case "d": return .digits
    case "D": return CharacterSet.digits.complement
    case "w": return .wordCharacters
    case "W": return CharacterSet.wordCharacters.complement
    case "s": return .whitespace
    case "S": return CharacterSet.whitespace.complement
    case "t": return CharacterSet("\t")
    case "n": return CharacterSet("\n")
    case "v": return CharacterSet("\u{0B}")
    case "f": return CharacterSet("\u{0C}")
    case "r": return CharacterSet("\r")
    case "b":
      guard inClass else { throw .wordBoundary }
      return CharacterSet("\u{08}")
    case "B": throw .wordBoundary
    case "c": return try control()
    case "x": return try CharacterSet(scalar(hexDigits(2), spelled: "\\x"))
    case "u": return try CharacterSet(unicodeEscape())
    case "p", "P": return try property(isNegated: next == "P")
    case "0":
      if let digit = rest.first, ("0"..."9").contains(digit) { throw .unknownEscape("\\0\(digit)") }
      return CharacterSet("\0")
    case "1"..."9", "k": throw .backReference
    case _ where isLetter(next): throw .unknownEscape("\\\(next)")
    default: return CharacterSet(next)
    }
  }

  private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }

  private mutating func control() throws(PatternFailure) -> CharacterSet {
    guard let letter = rest.popFirst(), isLetter(letter) else { throw .unknownEscape("\\c") }
    return CharacterSet([letter.value % 32...letter.value % 32])
  }

  private mutating func hexDigits(_ count: Int) throws(PatternFailure) -> UInt32 {
    let digits = rest.prefix(count)
    guard digits.count == count, let value = UInt32(String(digits), radix: 16) else {
      throw .syntax("an escape has too few hexadecimal digits")
    }
    rest = rest.dropFirst(count)
    return value
  }

  /// Reads `\uXXXX`, a surrogate pair of two of them, or `\u{X…}`, after the `u`.
  private mutating func unicodeEscape() throws(PatternFailure) -> Unicode.Scalar {
    if take("{") {
      let digits = rest.prefix { $0 != "}" }
      guard digits.count <= 8, let value = UInt32(String(digits), radix: 16) else {
        throw .syntax("an escape has no hexadecimal number")
      }
      rest = rest.dropFirst(digits.count + 1)
      return try scalar(value, spelled: "\\u")
    }
    let high = try hexDigits(4)
    guard (0xD800...0xDBFF).contains(high), take("\\"), take("u") else { return try scalar(high, spelled: "\\u") }
    let low = try hexDigits(4)
    guard (0xDC00...0xDFFF).contains(low) else { throw .unknownEscape("\\u" + String(high, radix: 16)) }
    return try scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00), spelled: "\\u")
  }

  private func scalar(_ value: UInt32, spelled prefix: String) throws(PatternFailure) -> Unicode.Scalar {
    guard let scalar = Unicode.Scalar(value) else { throw .unknownEscape(prefix + String(value, radix: 16)) }
    return scalar
  }

  private mutating func property(isNegated: Bool) throws(PatternFailure) -> CharacterSet {
    guard take("{") else { throw .unknownEscape("\\p") }
    let text = String(rest.prefix { $0 != "}" })
    rest = rest.dropFirst(text.unicodeScalars.count + 1)
    switch text {
    case "ASCII":
      let ascii = CharacterSet([0...0x7F])
      return isNegated ? ascii.complement : ascii
    case "Any" where !isNegated: return .everything
    default:
      guard CharacterSet.categoryNames.contains(text) else { throw .unknownProperty(String(text.prefix(40))) }
      return CharacterSet(categories: [.init(name: text, isNegated: isNegated)])
    }
  }
}
