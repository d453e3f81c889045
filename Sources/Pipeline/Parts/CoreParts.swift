package import SpecIR
import SpecWriting

/// What a CoreModel consists of for its reviewers: each part with a name and with everything that is said about it.
package struct CoreParts {
  /// Operations, models, tables and errors, each in the order of the model.
  package let all: [Part]

  package struct Part: Hashable, Sendable {
    package let kind: Kind
    /// Such as `GET /users/{id}`, `User` or `users`.
    package let name: String
    /// As `specforge dump --stage core` prints it, but with names in the place of indexes: a new model does not change the
    /// others.
    package let text: String

    package enum Kind: String, Hashable, Sendable { case operation, model, table, error }
  }

  package init(_ core: CoreModel) {
    let names = PartNames(core)
    let json = CoreModelJSON.write(core)
    func parts(_ kind: Part.Kind, _ key: String, named names: [String], _ naming: PartNames) -> [Part] {
      guard case .array(let values)? = json[key] else { return [] }
      return zip(names, values).map { name, value in
        Part(kind: kind, name: name, text: JSONWriter.write(naming.named(value), indent: nil))
      }
    }
    all =
      parts(.operation, "operations", named: core.operations.map { "\($0.method.rawValue) \($0.path.text)" }, names)
      + parts(.model, "models", named: core.models.map(\.name), names)
      + parts(.table, "tables", named: (core.database?.tables ?? []).map(\.qualifiedName.description), names)
      + parts(.error, "errors", named: core.errors.map(\.name), names)
  }
}

/// The names behind the indexes of a printed CoreModel.
private struct PartNames {
  private let byKey: [String: [String]]

  init(_ core: CoreModel) {
    let models = core.models.map(\.name)
    byKey = [
      "model": models, "queryModel": models, "scheme": core.securitySchemes.map(\.name),
      "function": core.functions.map(\.name), "error": core.errors.map(\.name),
      "envelope": core.envelopes.map { models.indices.contains($0.model.index) ? models[$0.model.index] : "" },
    ]
  }

  /// Returns the value with a name wherever a member is an index.
  func named(_ value: JSONValue) -> JSONValue {
    switch value {
    case .null, .bool, .number, .string: value
    case .array(let items): .array(items.map { named($0) })
    case .object(let members): .object(members.map { JSONValue.Member($0.key, named($0)) })
    }
  }

  private func named(_ member: JSONValue.Member) -> JSONValue {
    guard case .number(let number) = member.value, let names = byKey[member.key], let index = number.int64,
      names.indices.contains(Int(index))
    else { return named(member.value) }
    return .string(names[Int(index)])
  }
}
