import Foundation
import SpecDiagnostics
import SpecIR
import SpecSource
import Testing

@Suite("No input crashes or hangs")
struct RobustnessTests {
  @Test(
    "nesting and length",
    arguments: [
      "CREATE TABLE a (x int CHECK (" + String(repeating: "(", count: 100_000),
      "CREATE TABLE a (x int CHECK (x" + String(repeating: " + 1", count: 100_000) + " > 0));",
      "CREATE TABLE a (x int CHECK (x" + String(repeating: "::int", count: 50_000) + " > 0));",
      "CREATE TABLE a (x int CHECK (" + String(repeating: "NOT ", count: 100_000) + "x > 0));",
      "CREATE TABLE a (x int DEFAULT " + String(repeating: "-", count: 100_001) + "1);",
      "CREATE TABLE a (x int" + String(repeating: "[]", count: 50_000) + ");",
      String(repeating: "/*", count: 100_000), String(repeating: "$", count: 100_001), String(repeating: "-- x\n", count: 50_000),
      String(repeating: "CREATE ", count: 50_000), String(repeating: "'", count: 100_001),
      "CREATE TABLE a (" + (0..<20_000).map { "c\($0) int" }.joined(separator: ",") + ");",
    ])
  func extremes(text: String) {
    for dialect in SQLDialect.allCases {
      let read = ReadFolder(text, dialect: dialect)
      #expect(read.database?.migrations.count == 1)
    }
  }

  /// Bytes of real migrations with some of them changed; the seed is fixed, so that each run tries the same.
  @Test("mutated migrations are read and printed")
  func mutations() throws {
    var random = Random(state: 0x5EED)
    let texts = try Folder.all.flatMap { folder in
      try folder.read().sources.files.map { (folder.dialect, $0.bytes) }
    }
    let deadline = ContinuousClock.now + .seconds(4)
    var count = 0
    while count < 3000, ContinuousClock.now < deadline {
      let (dialect, original) = texts[random.below(texts.count)]
      let read = ReadFolder(bytes: mutated(original, &random), dialect: dialect)
      var found = Diagnostics()
      for target in SQLDialect.allCases { _ = read.database?.migrations(in: target, into: &found) }
      for finding in read.diagnostics.sorted + found.sorted {
        guard let range = finding.range else { continue }
        #expect(Int(range.end) <= read.sources[range.source].bytes.count)
      }
      count += 1
    }
    #expect(count > 50)
  }

  private func mutated(_ original: [UInt8], _ random: inout Random) -> [UInt8] {
    var bytes = original
    let words = ["(", ")", ";", "'", "\"", "NULL", "CHECK", "REFERENCES", ",", "::", "$$", "--", "/*", "ALTER TABLE", "DROP"]
    for _ in 0...random.below(4) where bytes.count > 2 {
      let place = random.below(bytes.count)
      switch random.below(5) {
      case 0: bytes.remove(at: place)
      case 1: bytes[place] = UInt8(random.below(128))
      case 2: bytes.insert(contentsOf: Array((" " + words[random.below(words.count)] + " ").utf8), at: place)
      case 3: bytes.removeSubrange(place..<min(bytes.count, place + random.below(60)))
      default:
        let from = random.below(bytes.count)
        bytes.insert(contentsOf: Array(bytes[from..<min(bytes.count, from + random.below(80))]), at: place)
      }
    }
    return bytes
  }
}

/// SplitMix64 (Steele, Lea, Flood 2014).
struct Random {
  var state: UInt64

  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(bound))
  }
}
