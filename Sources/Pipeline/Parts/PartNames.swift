import SpecIR
import SpecWriting

/// What stands behind the indexes of a printed CoreModel, so that a part's text does not change when others come before it.
struct PartNames {
  /// By the key under which an index stands.
  private var byKey: [String: [JSONValue]]

  /// - Parameter json: the CoreModel as it is printed.
  init(_ core: CoreModel, _ json: JSONValue) {
    func strings(_ texts: [String]) -> [JSONValue] { texts.map { .string($0) } }
    let models = strings(core.models.map(\.name))
    let errors = strings(core.errors.map(\.name))
    let rows = strings(core.rows.map(\.name))
    byKey = [
      "model": models, "queryModel": models, "error": errors, "errors": errors, "row": rows, "returning": rows,
      "scheme": strings(core.securitySchemes.map(\.name)), "function": strings(core.functions.map(\.name)),
      "table": strings((core.database?.tables ?? []).map(\.qualifiedName.description)),
      "envelope": core.envelopes.map { models.indices.contains($0.model.index) ? models[$0.model.index] : .null },
    ]
    // What a mapping copies is told by its model; a query is part of the rule that runs it.
    byKey["mapping"] = Self.items("mappings", of: json).map { named(.object(["row", "model"].compactMap($0.member))) }
    byKey["query"] = Self.items("queries", of: json).map { named($0.without("documentation")) }
  }

  /// Returns the value with a name, or what is named, wherever a member is an index or a list of them.
  func named(_ value: JSONValue) -> JSONValue {
    switch value {
    case .null, .bool, .number, .string: value
    case .array(let items): .array(items.map { named($0) })
    case .object(let members):
      .object(
        members.map { member in
          guard let known = byKey[member.key] else { return JSONValue.Member(member.key, named(member.value)) }
          return JSONValue.Member(member.key, named(member.value, among: known))
        })
    }
  }

  private func named(_ value: JSONValue, among known: [JSONValue]) -> JSONValue {
    switch value {
    case .number(let number):
      number.int64.flatMap { Int(exactly: $0) }.flatMap { known.indices.contains($0) ? known[$0] : nil } ?? value
    case .array(let items): .array(items.map { named($0, among: known) })
    case .null, .bool, .string, .object: named(value)
    }
  }

  /// The items of a list at the top of a printed CoreModel.
  static func items(_ key: String, of json: JSONValue) -> [JSONValue] {
    guard case .array(let items)? = json[key] else { return [] }
    return items
  }
}

extension JSONValue {
  /// An object's member with its key.
  fileprivate func member(_ key: String) -> Member? { self[key].map { Member(key, $0) } }

  /// An object without one of its members; any other value as it is.
  func without(_ key: String) -> JSONValue {
    guard case .object(let members) = self else { return self }
    return .object(members.filter { $0.key != key })
  }
}
