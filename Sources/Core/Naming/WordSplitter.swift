import Foundation

/// Collects words letter by letter.
struct WordSplitter {
  private enum Kind { case lower, upper, digit }

  private var words: [String] = []
  private var word = ""
  private var last: Kind?
  /// How many capitals in a row end the word.
  private var capitals = 0

  mutating func add(_ scalar: Unicode.Scalar) {
    if scalar.isASCII {
      addASCII(UInt8(scalar.value))
    } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
      addOther(scalar)
    } else if scalar.properties.generalCategory != .nonspacingMark {
      endWord()
    }
  }

  mutating func finish() -> [String] {
    endWord()
    return words
  }

  private mutating func addASCII(_ byte: UInt8) {
    switch byte {
    case 0x61...0x7A: addLower(byte)
    case 0x41...0x5A:
      if last == .lower || last == .digit { endWord() }
      append(byte | 0x20, .upper)
      capitals += 1
    case 0x30...0x39: append(byte, .digit)
    default: endWord()
    }
  }

  private mutating func addLower(_ byte: UInt8) {
    // A run of capitals ends before the last one, which begins this word.
    if last == .upper, capitals > 1, let first = word.popLast() {
      endWord()
      word = String(first)
    }
    append(byte, .lower)
  }

  private mutating func append(_ byte: UInt8, _ kind: Kind) {
    word.unicodeScalars.append(Unicode.Scalar(byte))
    if kind != .upper { capitals = 0 }
    last = kind
  }

  private mutating func addOther(_ scalar: Unicode.Scalar) {
    let base = String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars.first
    if let base, base.isASCII, base.properties.isAlphabetic {
      addASCII(UInt8(base.value))
      return
    }
    let hex = String(scalar.value, radix: 16)
    endWord()
    word = "u" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
    endWord()
  }

  private mutating func endWord() {
    if !word.isEmpty { words.append(word) }
    word = ""
    last = nil
    capitals = 0
  }
}
