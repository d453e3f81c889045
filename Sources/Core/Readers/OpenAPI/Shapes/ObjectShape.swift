internal import SpecDocuments

/// What an object of the format may hold: the one place that knows its members, for the check of every object that is read.
struct ObjectShape: Sendable {
  /// As in “an operation”.
  let name: String
  let members: [String: Member]
  /// The names in the order of the specification, for suggestions.
  let names: [String]
  let required: [(name: String, need: Need)]

  struct Member: Sendable {
    let form: Form
    let dialects: [OpenAPI.Dialect]
    let feature: UnsupportedFeature?
  }

  /// What kind of node a member takes.
  enum Form: Sendable {
    /// A text; YAML's unquoted numbers and booleans are read as they are written.
    case text
    /// A string, where a number would be a mistake.
    case string
    case bool
    /// An integer that is not negative.
    case count
    case number
    case object
    case list
    /// Checked by whoever reads it.
    case any
  }

  /// How much an absent member matters.
  enum Need: Sendable {
    /// Nothing can be made of the object without it.
    case required
    /// The specification demands a text that only people miss.
    case text
  }

  /// Members of one form.
  struct Rule: Sendable {
    let form: Form
    let names: [String]
    let need: Need?
    let dialects: [OpenAPI.Dialect]
    let feature: UnsupportedFeature?

    init(
      _ form: Form, _ names: String..., need: Need? = nil, only dialect: OpenAPI.Dialect? = nil,
      feature: UnsupportedFeature? = nil
    ) {
      self.form = form
      self.names = names
      self.need = need
      self.feature = feature
      dialects = dialect.map { [$0] } ?? OpenAPI.Dialect.allCases
    }
  }

  init(_ name: String, _ rules: [Rule]) {
    self.name = name
    var members: [String: Member] = [:]
    for rule in rules {
      for name in rule.names { members[name] = Member(form: rule.form, dialects: rule.dialects, feature: rule.feature) }
    }
    self.members = members
    names = rules.flatMap(\.names)
    required = rules.flatMap { rule in
      rule.need.map { need in rule.names.map { (name: $0, need: need) } } ?? []
    }
  }
}

extension ObjectShape.Form {
  func accepts(_ node: Node) -> Bool {
    switch self {
    case .text: node.kind.isScalar && node.kind != .null
    case .string: node.kind == .string
    case .bool: node.kind == .bool
    case .count: node.int.map { $0 >= 0 } ?? false
    case .number: node.kind == .integer || node.kind == .float && node.number != nil
    case .object: node.kind == .mapping
    case .list: node.kind == .sequence
    case .any: true
    }
  }

  /// As in “… is expected”.
  var article: String {
    switch self {
    case .text, .string: "a string"
    case .bool: "true or false"
    case .count: "an integer that is not negative"
    case .number: "a number"
    case .object: "an object"
    case .list: "an array"
    case .any: "a value"
    }
  }
}

extension NodeKind {
  /// As in “this is …”.
  var article: String {
    switch self {
    case .null: "null"
    case .bool: "a boolean"
    case .integer, .float: "a number"
    case .string: "a string"
    case .sequence: "an array"
    case .mapping: "an object"
    }
  }
}
