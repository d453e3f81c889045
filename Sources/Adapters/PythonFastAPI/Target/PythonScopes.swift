import SpecAdapters
import SpecNaming

/// The scopes of generated code, and the names that each keeps for itself.
extension PythonNames {
  /// What a model of Pydantic has itself, and what the base classes of the skeleton add: a field of the same name would hide it.
  ///
  /// Source: Pydantic's API documentation, `BaseModel`.
  private static let modelMembers: Set<String> = [
    "construct", "copy", "dict", "from_orm", "is_header", "json", "media_type", "members", "of", "parse_file", "parse_obj",
    "parse_raw", "read", "schema", "schema_json", "update_forward_refs", "validate",
  ]

  /// Types in lower case: within a class, a field of the same name would stand where the next annotation means the type.
  private static let fieldTypes: Set<String> = [
    "bool", "bytes", "date", "datetime", "dict", "float", "int", "list", "object", "str", "tuple",
  ]

  /// Fields. Pydantic keeps names that begin with `model_` and all with a leading underscore for itself.
  static let fields = ReservedWords(
    keywords.union(modelMembers).union(fieldTypes).union(ambiguous).union(["_", "classmethod", "self"]))

  /// Types. What every file of `generated/api` imports is kept for it.
  static let types = ReservedWords(
    keywords.union(builtins).union(ambiguous).union([
      "ABSENT", "Absent", "Annotated", "Any", "BaseModel", "ClassVar", "Decimal", "Field", "Final", "Keyword", "Members",
      "Object",
      "Omittable", "Parameters", "Pattern", "Text", "Integer", "Number", "DateTime", "Date", "UUID", "TypeAlias", "Literal",
    ])
  ) { "\($0)Model" }

  /// A type of the contract, short enough for `class Name(Parameters):` on one line.
  static func model(_ name: String) -> String {
    PythonNames.type(name)
  }

  /// A field; a name that Pydantic keeps for itself gets a word in front.
  static func field(_ name: String) -> String {
    let field = attribute(name)
    return field.hasPrefix("model_") || field.hasPrefix("_") ? "field_" + field.drop { $0 == "_" } : field
  }

  static func variant(_ name: String) -> String { Words(ofCase: name).limited(to: longest).identifier(.screaming) }

  /// `users`: a module in a file of its own, with a name that every file system takes.
  static func module(_ name: String) -> String {
    let module = Words(name).limited(to: longestModule).identifier(.snake)
    return reserved.escape(module)
  }

  /// How many characters of a module's name are kept: file systems take 255 bytes.
  private static let longestModule = 100

  /// The field that keeps the members of an open structure that it does not declare.
  static let additionalField = "others"

  static let rules = IdentifierRules(
    values: .init(reserved: reserved) { value($0) }, fields: .init(reserved: fields) { field($0) },
    types: .init(reserved: types, mark: numberMark) { model($0) },
    variants: .init(reserved: ReservedWords(ambiguous)) { variant($0) },
    modules: .init(reserved: reserved) { module($0) }, additionalField: additionalField)
}
