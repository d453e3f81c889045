internal import SpecDiagnostics
internal import SpecSource

/// Reads the first document of a YAML stream by libyaml's events.
struct YAMLReader {
  var builder: DocumentBuilder
  let bytes: UnsafeBufferPointer<UInt8>
  /// The length of the byte order mark, which libyaml does not see.
  let base: Int
  private var marks: MarkCursor
  private var frames: [Frame] = []
  var anchors: [String: Anchor] = [:]
  /// Nulls that stand for aliases that could not be followed; they were reported once and that is enough.
  var brokenAliases: Set<NodeID> = []
  /// Whether an alias was refused for what it would add.
  var isOverBudget = false

  /// An open sequence or mapping.
  private struct Frame {
    let id: NodeID
    let anchor: String?
    /// Written in brackets, so that it has an end of its own.
    let isFlow: Bool
    /// The weight of the document before it began.
    let weightBefore: Int
    /// The keys `<<` that it has so far.
    var mergeKeys: [NodeID] = []
  }

  private init(_ source: SourceID, _ file: [UInt8], _ text: SourceText, _ bytes: UnsafeBufferPointer<UInt8>) {
    builder = DocumentBuilder(source: source, bytes: file)
    base = text.start
    self.bytes = bytes
    marks = MarkCursor(bytes, isASCII: text.isASCII)
  }

  /// - Returns: nothing where libyaml could not read on; the reason is among the diagnostics.
  static func read(_ source: SourceID, _ file: [UInt8], _ text: SourceText, into diagnostics: inout Diagnostics) -> Document? {
    file.withUnsafeBufferPointer { all in
      let bytes = UnsafeBufferPointer(rebasing: all[text.start...])
      var reader = YAMLReader(source, file, text, bytes)
      let document = reader.read()
      diagnostics.append(contentsOf: reader.builder.findings.diagnostics)
      return document
    }
  }

  private mutating func read() -> Document? {
    guard checkDirectives() else { return nil }
    var parser = YAMLParser(bytes)
    var documents = 0
    do {
      while true {
        let event = try parser.next()
        if event.kind == .end { break }
        if event.kind == .documentStart { documents += 1 }
        if documents > 1 {
          builder.findings.report(
            .documentMultiple, "a second document starts here, and only the first one is read", at: bytes(of: event),
            hint: "Keep each document in a file of its own.")
          break
        }
        guard take(event) else { return nil }
      }
    } catch {
      report(error)
      return nil
    }
    if documents == 0 { builder.findings.report(.documentEmpty, "the file holds no document", at: base..<base) }
    return builder.finish()
  }

  /// Returns whether to read on.
  private mutating func take(_ event: borrowing YAMLEvent) -> Bool {
    switch event.kind {
    case .start, .end, .documentStart, .documentEnd: break
    case .alias: alias(event)
    case .scalar: scalar(event)
    case .sequenceStart: return open(.sequence, event)
    case .mappingStart: return open(.mapping, event)
    case .containerEnd: close(event)
    }
    return true
  }

  // MARK: Places

  /// The bytes of an event, counted from the start of the file.
  mutating func bytes(of event: borrowing YAMLEvent) -> Range<Int> {
    let range = marks.range(of: event.marks)
    return range.lowerBound + base..<range.upperBound + base
  }

  /// The byte of a mark, counted from the start of the file.
  mutating func offset(of mark: Int) -> Int { base + marks.offset(of: mark) }

  // MARK: Containers

  private mutating func open(_ kind: NodeKind, _ event: borrowing YAMLEvent) -> Bool {
    let place = bytes(of: event)
    let weight = builder.weight
    guard let id = builder.open(kind, at: place.lowerBound) else {
      builder.findings.report(
        .documentDepth, "more than \(DocumentLimits.depth) levels of nesting", at: place)
      return false
    }
    let anchor = event.anchor
    if let anchor { anchors[anchor] = .open(id) }
    checkTag(event.tag, on: kind, at: place)
    frames.append(Frame(id: id, anchor: anchor, isFlow: event.isFlow, weightBefore: weight))
    return true
  }

  private mutating func close(_ event: borrowing YAMLEvent) {
    let frame = frames.removeLast()
    // libyaml ends a block where the next token begins, which is lines below.
    let end = frame.isFlow ? bytes(of: event).upperBound : builder.lastEnd
    if !frame.mergeKeys.isEmpty { merge(frame.mergeKeys) }
    let levels = builder.close(end: end)
    // An anchor of the same name inside is the younger one and stays.
    if let anchor = frame.anchor, case .open(frame.id) = anchors[anchor] {
      anchors[anchor] = .finished(frame.id, weight: builder.weight - frame.weightBefore, levels: levels)
    }
  }

  // MARK: Scalars

  private mutating func scalar(_ event: borrowing YAMLEvent) {
    let value = event.value
    var place = bytes(of: event)
    if event.style == .block { place = trimmed(place) }
    let isKey = builder.expectsKey
    let tag = YAMLTag(event.tag)
    let isMerge =
      isKey && event.style == .plain && (tag == .none || tag == .merge) && value.elementsEqual("<<".utf8)
    let kind = kind(of: event, tag: tag, at: place)
    let weight = builder.weight
    let id = builder.scalar(kind, place, text: text(of: event, at: place))
    if isMerge { frames[frames.count - 1].mergeKeys.append(id) }
    if let anchor = event.anchor { anchors[anchor] = .finished(id, weight: builder.weight - weight, levels: 0) }
  }

  /// Finds the decoded text in the source, or keeps it where escapes, folding or indentation make it differ.
  private mutating func text(of event: borrowing YAMLEvent, at place: Range<Int>) -> TextRef {
    let value = event.value
    let closing = event.style == .plain ? 0 : 1
    let range = place.upperBound - base - closing - value.count..<place.upperBound - base - closing
    guard event.style != .block, range.lowerBound >= place.lowerBound - base,
      UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[range]).elementsEqual(value)
    else { return builder.addText(value) }
    return TextRef(source: range.lowerBound + base..<range.upperBound + base)
  }

  /// Leaves out the empty lines that libyaml counts to a block scalar.
  private func trimmed(_ place: Range<Int>) -> Range<Int> {
    var end = place.upperBound
    while end > place.lowerBound, bytes[end - base - 1] <= UInt8(ascii: " ") { end -= 1 }
    return place.lowerBound..<end
  }

  // MARK: Tags

  private mutating func kind(of event: borrowing YAMLEvent, tag: YAMLTag, at place: Range<Int>) -> NodeKind {
    let isPlain = event.style == .plain
    switch tag {
    case .none: return isPlain && !hasBareTag(event, at: place) ? CoreSchema.kind(ofPlain: event.value) : .string
    case .text, .merge: return .string
    case .unknown:
      checkTag(event.tag, on: .string, at: place)
      return isPlain ? CoreSchema.kind(ofPlain: event.value) : .string
    case .kind(let kind):
      let written = CoreSchema.kind(ofPlain: event.value)
      checkTag(event.tag, on: written, at: place)
      return tag.accepts(written) ? kind : .string
    }
  }

  /// Whether the tag is a lone `!`, of which libyaml tells nothing: it stands before the text and means a string.
  private func hasBareTag(_ event: borrowing YAMLEvent, at place: Range<Int>) -> Bool {
    let content = place.upperBound - base - event.value.count
    let start = place.lowerBound - base
    return start < content && bytes[start..<content].contains(UInt8(ascii: "!"))
  }

  private mutating func checkTag(_ name: String?, on kind: NodeKind, at place: Range<Int>) {
    guard let name else { return }
    let tag = YAMLTag(name)
    if tag == .unknown {
      builder.findings.report(
        .tagUnknown, "the tag \(quoted(name)) has no meaning here; the value is read as if it had none", at: place)
    } else if !tag.accepts(kind) {
      builder.findings.report(
        .tagMismatch, "the value is not what its tag \(quoted(name)) says", at: place,
        hint: "Remove the tag, or write a value of that type.")
    }
  }
}
