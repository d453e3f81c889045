internal import CLibYAML

/// Owns a libyaml parser over bytes that stay in place as long as it lives. No C type leaves this folder.
struct YAMLParser: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>

  /// - Parameter bytes: UTF-8 without a byte order mark; must outlive the parser.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    parser = .allocate(capacity: 1)
    let isReady = yaml_parser_initialize(parser) == 1
    precondition(isReady, "libyaml could not allocate its buffers")
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  /// Returns the next event.
  mutating func next() throws(YAMLProblem) -> YAMLEvent {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw YAMLProblem(parser.pointee) }
    return YAMLEvent(event)
  }
}

/// What libyaml found wrong; it reads no further after that.
struct YAMLProblem: Error {
  /// What is wrong, in the words of libyaml.
  let message: String
  let place: Place
  /// What it was reading, and where that starts.
  let context: (message: String, mark: Int)?

  /// Where libyaml says that it is.
  enum Place {
    /// A count of characters from the start.
    case mark(Int)
    /// A count of bytes from the start.
    case offset(Int)
  }

  fileprivate init(_ parser: yaml_parser_t) {
    message = parser.problem.map { String(cString: $0) } ?? "the document is not YAML"
    switch parser.error {
    case YAML_READER_ERROR: place = .offset(parser.problem_offset)
    default: place = .mark(parser.problem_mark.index)
    }
    context = parser.context.map { (String(cString: $0), parser.context_mark.index) }
  }
}

/// One event of libyaml, freed when it goes.
struct YAMLEvent: ~Copyable {
  private var event: yaml_event_t

  fileprivate init(_ event: yaml_event_t) { self.event = event }

  deinit {
    var event = event
    yaml_event_delete(&event)
  }

  enum Kind { case start, end, documentStart, documentEnd, alias, scalar, sequenceStart, mappingStart, containerEnd }

  var kind: Kind {
    switch event.type {
    case YAML_STREAM_END_EVENT: .end
    case YAML_DOCUMENT_START_EVENT: .documentStart
    case YAML_DOCUMENT_END_EVENT: .documentEnd
    case YAML_ALIAS_EVENT: .alias
    case YAML_SCALAR_EVENT: .scalar
    case YAML_SEQUENCE_START_EVENT: .sequenceStart
    case YAML_MAPPING_START_EVENT: .mappingStart
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: .containerEnd
    default: .start
    }
  }

  /// Where it starts and ends, counted in characters from the start of the input.
  var marks: Range<Int> {
    event.start_mark.index..<max(event.start_mark.index, event.end_mark.index)
  }

  /// The name after `&`, or after `*` for an alias.
  var anchor: String? {
    switch kind {
    case .alias: Self.string(event.data.alias.anchor)
    case .scalar: Self.string(event.data.scalar.anchor)
    case .sequenceStart: Self.string(event.data.sequence_start.anchor)
    case .mappingStart: Self.string(event.data.mapping_start.anchor)
    case .start, .end, .documentStart, .documentEnd, .containerEnd: nil
    }
  }

  /// The tag with its handle resolved.
  var tag: String? {
    switch kind {
    case .scalar: Self.string(event.data.scalar.tag)
    case .sequenceStart: Self.string(event.data.sequence_start.tag)
    case .mappingStart: Self.string(event.data.mapping_start.tag)
    case .alias, .start, .end, .documentStart, .documentEnd, .containerEnd: nil
    }
  }

  /// The decoded text of a scalar, which lives as long as the event.
  var value: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: event.data.scalar.value, count: event.data.scalar.length)
  }

  enum Style { case plain, singleQuoted, doubleQuoted, block }

  /// How a scalar is written.
  var style: Style {
    switch event.data.scalar.style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: .block
    default: .plain
    }
  }

  /// Whether a sequence or mapping is written in brackets, so that it has an end of its own.
  var isFlow: Bool {
    kind == .sequenceStart
      ? event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE : event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
  }

  private static func string(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    pointer.map { String(cString: $0) }
  }
}
