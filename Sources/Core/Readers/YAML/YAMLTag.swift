/// What a tag says about a node. The names are those of the repository `tag:yaml.org,2002:`.
enum YAMLTag: Equatable {
  /// None is written.
  case none
  /// `!`, or a tag whose values are kept as text: `!!str`, `!!binary`, `!!timestamp`.
  case text
  /// `!!null`, `!!bool`, `!!int`, `!!float`, `!!seq`, `!!map`: the value must be one.
  case kind(NodeKind)
  /// `!!merge`
  case merge
  case unknown

  init(_ tag: String?) {
    let core = "tag:yaml.org,2002:"
    guard let tag else {
      self = .none
      return
    }
    guard tag.hasPrefix(core) else {
      self = tag == "!" ? .text : .unknown
      return
    }
    switch tag.dropFirst(core.count) {
    case "str", "binary", "timestamp": self = .text
    case "null": self = .kind(.null)
    case "bool": self = .kind(.bool)
    case "int": self = .kind(.integer)
    case "float": self = .kind(.float)
    case "seq": self = .kind(.sequence)
    case "map": self = .kind(.mapping)
    case "merge": self = .merge
    default: self = .unknown
    }
  }

  /// Whether a value that has the form of one kind may be tagged as this.
  func accepts(_ kind: NodeKind) -> Bool {
    switch self {
    case .none, .unknown: true
    case .text, .merge: kind.isScalar
    // `!!float 1` is a float that is written without a fraction.
    case .kind(.float): kind == .float || kind == .integer
    case .kind(let wanted): kind == wanted
    }
  }
}
