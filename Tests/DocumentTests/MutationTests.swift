import SpecDiagnostics
import SpecDocuments
import SpecSource
import Testing

/// Mutations of small inputs by a fixed seed: the same ones in each run. `scripts/fuzz-documents` searches on from here.
@Suite("Mutations")
struct MutationTests {
  /// SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators).
  private struct Random: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
      return mixed ^ mixed >> 31
    }
  }

  private static let inputs = [
    "a: 1\nb: [x, {c: d}]\né: |\n  x\n   y\nz: >-\n  t\n", "a: &x {b: 1}\nc: {<<: *x, d: *x}\n? [e]\n: f\n",
    "- - - a\n  - \"x\\n\"\n- 'it''s'\n- !!int 3\n",
    "\u{FEFF}é: ü # c\r\nk: v\r\n---\nb\n...\n", "<<: [{a: 1}, {b: 2}]\n" + (0..<12).map { "k\($0): \($0)\n" }.joined(),
    #"{"a": [1, -2.5e3, "\u00e9\ud83d\ude00\n", null, true], "b": {}, "é": {"c": [[], {}]}}"#,
    "{\"a\": 1, // x\n 'b': .5, c: 007,}",
    "%YAML 1.2\n%TAG !e! tag:e,2000:\n--- !e!x\na: *a\n",
  ]
  private static let pieces = [
    "\"", "'", "\\", "\\u", "\\ud800", "{", "}", "[", "]", ":", ": ", ",", "- ", "? ", "&a ", "*a", "<<: ", "!!str ", "|\n", ">",
    "#", "\n", "\r\n", "\t", " ", "  ", "\0",
    "\u{FEFF}", "é", "😀", "\u{85}", "\u{2028}", "---\n", "...\n", "%", "0x", "~", "null", "1e9", "//", "/*", "@", "`",
  ].map { Array($0.utf8) }

  @Test("whatever is done to a file, reading it ends and what comes of it is sound", arguments: ["a.yaml", "a.json"])
  func mutations(path: String) {
    var random = Random(state: 0x5EED)
    var documents = 0
    for round in 0..<3000 {
      var bytes = Array(Self.inputs[round % Self.inputs.count].utf8)
      for _ in 0...Int.random(in: 0..<4, using: &random) { mutate(&bytes, &random) }
      let result = read(bytes, as: path)
      let soundness = Soundness(result, of: bytes)
      #expect(soundness.broken.isEmpty, "\(bytes)")
      if result.document != nil { documents += 1 }
    }
    // Were all of them refused at once, or none, little would have been tried.
    #expect((100...2900).contains(documents))
  }

  private func mutate(_ bytes: inout [UInt8], _ random: inout Random) {
    let place = Int.random(in: 0...bytes.count, using: &random)
    let length = min(Int.random(in: 1...6, using: &random), bytes.count - place)
    switch Int.random(in: 0..<6, using: &random) {
    case 0: bytes.removeSubrange(place..<place + length)
    case 1: bytes.removeSubrange(place...)
    case 2: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
    case 3: bytes.insert(contentsOf: bytes[place..<place + length], at: Int.random(in: 0...bytes.count, using: &random))
    default: bytes.insert(contentsOf: Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &random)], at: place)
    }
  }
}
