internal import SpecDiagnostics
internal import SpecSource

/// Reads a JSON text (RFC 8259) and goes on after slips whose meaning is plain, so that one run tells them all.
struct JSONReader {
  let bytes: [UInt8]
  var index: Int
  var builder: DocumentBuilder
  /// How many syntax errors were reported.
  var errors = 0

  /// The text cannot be read on; why has been reported.
  struct GaveUp: Error {}

  private init(_ source: SourceID, _ bytes: [UInt8], start: Int) {
    self.bytes = bytes
    index = start
    builder = DocumentBuilder(source: source, bytes: bytes)
  }

  /// - Returns: nothing where the structure is broken; the reason is among the diagnostics.
  static func read(_ source: SourceID, _ bytes: [UInt8], _ text: SourceText, into diagnostics: inout Diagnostics) -> Document? {
    var reader = JSONReader(source, bytes, start: text.start)
    let document = try? reader.read()
    diagnostics.append(contentsOf: reader.builder.findings.diagnostics)
    return document
  }

  private mutating func read() throws(GaveUp) -> Document? {
    try skipSpace()
    guard index < bytes.count else {
      builder.findings.report(.documentEmpty, "the file holds no document", at: index..<index)
      return nil
    }
    try value()
    try skipSpace()
    if index < bytes.count {
      try report("the document has ended, and more follows", at: index..<index + 1, hint: "A JSON file holds one value.")
    }
    return builder.finish()
  }

  // MARK: Values

  private mutating func value() throws(GaveUp) {
    switch peek {
    case UInt8(ascii: "{"): try object()
    case UInt8(ascii: "["): try array()
    case UInt8(ascii: "\""): try string()
    case UInt8(ascii: "'"): try singleQuoted()
    default: try word()
    }
  }

  private mutating func array() throws(GaveUp) {
    let start = index
    try open(.sequence)
    try skipSpace()
    while peek != UInt8(ascii: "]") {
      try checkClosing(of: "array", from: start)
      try value()
      try separator(before: UInt8(ascii: "]"), in: "array", from: start)
    }
    index += 1
    builder.close(end: index)
  }

  private mutating func object() throws(GaveUp) {
    let start = index
    try open(.mapping)
    try skipSpace()
    while peek != UInt8(ascii: "}") {
      try checkClosing(of: "object", from: start)
      try key()
      try colon()
      try value()
      try separator(before: UInt8(ascii: "}"), in: "object", from: start)
    }
    index += 1
    builder.close(end: index)
  }

  private mutating func key() throws(GaveUp) {
    switch peek {
    case UInt8(ascii: "\""): try string()
    case UInt8(ascii: "'"): try singleQuoted()
    default:
      let end = wordEnd
      guard end > index else {
        try report("expected a key in double quotes", at: index..<index + 1)
        throw GaveUp()
      }
      try report("a key must stand in double quotes", at: index..<end)
      scalar(.string, index..<end)
    }
  }

  private mutating func colon() throws(GaveUp) {
    try skipSpace()
    if peek == UInt8(ascii: ":") {
      index += 1
    } else {
      try report("expected “:” after the key", at: index..<index + 1)
      // `"key" "value"` and `"key" = "value"` are understood; at the end of the entry the value is missing.
      if [UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"), 0].contains(peek) { throw GaveUp() }
      if peek == UInt8(ascii: "=") { index += 1 }
    }
    try skipSpace()
  }

  /// Reads the comma after a value, or stops before the end of the container.
  private mutating func separator(before end: UInt8, in container: String, from start: Int) throws(GaveUp) {
    try skipSpace()
    guard peek != end else { return }
    try checkClosing(of: container, from: start)
    guard peek == UInt8(ascii: ",") else {
      try report("expected “,” or “\(Character(Unicode.Scalar(end)))”", at: index..<index + 1)
      return
    }
    let comma = index
    index += 1
    try skipSpace()
    if peek == end {
      try report("a comma before the end of an \(container)", at: comma..<comma + 1, hint: "Remove the comma.")
    }
  }

  private mutating func open(_ kind: NodeKind) throws(GaveUp) {
    guard builder.open(kind, at: index) != nil else {
      builder.findings.report(
        .documentDepth, "more than \(DocumentLimits.depth) levels of nesting", at: index..<index + 1)
      throw GaveUp()
    }
    index += 1
  }

  /// Gives up where a container is closed by the wrong bracket or not at all.
  private mutating func checkClosing(of container: String, from start: Int) throws(GaveUp) {
    let opening = Diagnostic.Related("the \(container) starts here", at: builder.findings.place(start..<start + 1))
    guard index < bytes.count else {
      try report("the file ends inside of an \(container)", at: index..<index, related: [opening])
      throw GaveUp()
    }
    if peek == UInt8(ascii: "]") || peek == UInt8(ascii: "}") {
      try report("this bracket does not close the \(container) that is open", at: index..<index + 1, related: [opening])
      throw GaveUp()
    }
  }

  // MARK: Tools

  /// The next byte; 0 at the end, which no text holds.
  var peek: UInt8 { index < bytes.count ? bytes[index] : 0 }

  /// Keeps the bytes of a range as a scalar and moves behind them.
  mutating func scalar(_ kind: NodeKind, _ range: Range<Int>) {
    builder.scalar(kind, range, text: TextRef(source: range))
    index = range.upperBound
  }

  /// - Parameter range: may reach beyond the end, where a file ends too early.
  mutating func report(
    _ message: String, at range: Range<Int>, hint: String? = nil, related: [Diagnostic.Related] = []
  ) throws(GaveUp) {
    let place = range.clamped(to: 0..<bytes.count)
    builder.findings.report(.jsonSyntax, message, at: place, hint: hint, related: related)
    errors += 1
    if errors >= DocumentLimits.syntaxErrors { throw GaveUp() }
  }
}
