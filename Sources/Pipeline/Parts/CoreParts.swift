package import SpecIR
import SpecWriting

/// What a CoreModel consists of for its reviewers: each part with a name and with everything that is said about it.
package struct CoreParts {
  /// Operations, models, tables, rules and errors, each in the order of the model.
  package let all: [Part]

  package struct Part: Hashable, Sendable {
    package let kind: Kind
    /// Such as `GET /users/{id}`, `User` or `users`.
    package let name: String
    /// As `specforge dump --stage core` prints it, but with names in the place of indexes: a new model does not change the
    /// others.
    package let text: String

    /// A rule is what the service layer does for an operation, and has its name.
    package enum Kind: String, Hashable, Sendable { case operation, model, table, rule, error }
  }

  package init(_ core: CoreModel) {
    let json = CoreModelJSON.write(core)
    let names = PartNames(core, json)
    func parts(_ kind: Part.Kind, _ key: String, of owner: JSONValue? = nil, named words: [String]) -> [Part] {
      zip(words, PartNames.items(key, of: owner ?? json)).map { word, value in
        Part(kind: kind, name: word, text: JSONWriter.write(names.named(value), indent: nil))
      }
    }
    let functions = PartNames.items("functions", of: json).map { names.named($0.without("documentation")) }
    let rules: [Part] = core.operations.compactMap { operation in
      guard case .function(let function, _) = operation.implementation, functions.indices.contains(function.index) else {
        return nil
      }
      return Part(
        kind: .rule, name: Self.name(operation), text: JSONWriter.write(functions[function.index], indent: nil))
    }
    all =
      parts(.operation, "operations", named: core.operations.map(Self.name))
      + parts(.model, "models", named: core.models.map(\.name))
      + parts(.table, "tables", of: json["database"], named: (core.database?.tables ?? []).map(\.qualifiedName.description))
      + rules + parts(.error, "errors", named: core.errors.map(\.name))
  }

  private static func name(_ operation: Operation) -> String { "\(operation.method.rawValue) \(operation.path.text)" }
}
