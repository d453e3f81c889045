package import SpecWriting

/// Writes a CoreModel as JSON, members in the order of their declaration; ids are indexes into the lists of the model.
///
/// A node with alternatives is an object whose first member, `kind`, says which one it is; a member without value is null or left
/// out as `docs/dump-core.md` says. All of the model is in it but its provenance: `CoreReader` makes the same model of it.
package enum CoreModelJSON {
  /// Raised whenever a reader of the old form would misread the new one.
  package static let schema = 2

  package static func write(_ core: CoreModel) -> JSONValue {
    [
      "schema": number(schema),
      "service": service(core.service),
      "models": .array(core.models.map(model)),
      "operations": .array(zip(core.operations, plans(of: core)).map(operation)),
      "securitySchemes": .array(core.securitySchemes.map(scheme)),
      "envelopes": .array(core.envelopes.map(envelope)),
      "defaultFormat": format(core.defaultFormat),
      "database": core.database.map(DatabaseJSON.database) ?? .null,
      "rows": .array(core.rows.map { BehaviourJSON.json($0) }),
      "mappings": .array(core.mappings.map { BehaviourJSON.json($0) }),
      "queries": .array(core.queries.map { BehaviourJSON.json($0) }),
      "errors": .array(core.errors.map { BehaviourJSON.json($0) }),
      "functions": .array(core.functions.map { BehaviourJSON.json($0) }),
      "contract": .string(core.contract),
    ]
  }

  /// A plan for each operation; none before plans are built.
  private static func plans(of core: CoreModel) -> [OperationPlan?] {
    core.operations.indices.map { core.plans.indices.contains($0) ? core.plans[$0] : nil }
  }

  private static func service(_ service: ServiceInfo) -> JSONValue {
    [
      "title": .string(service.title),
      "version": .string(service.version),
      "documentation": text(service.documentation),
    ]
  }

  private static func scheme(_ scheme: SecurityScheme) -> JSONValue {
    .object(
      [.init("name", .string(scheme.name))] + members(of: scheme.kind) + [.init("documentation", text(scheme.documentation))])
  }

  private static func members(of kind: SecurityScheme.Kind) -> [JSONValue.Member] {
    switch kind {
    case .basic: [.init("kind", "basic")]
    case .bearer(let format): [.init("kind", "bearer"), .init("format", text(format))]
    case .http(let scheme): [.init("kind", "http"), .init("scheme", .string(scheme))]
    case .apiKey(let location, let name):
      [.init("kind", "apiKey"), .init("location", .string(location.rawValue)), .init("parameter", .string(name))]
    case .oauth2: [.init("kind", "oauth2")]
    case .openIDConnect(let url): [.init("kind", "openIDConnect"), .init("url", .string(url))]
    case .mutualTLS: [.init("kind", "mutualTLS")]
    }
  }

  static func number(_ value: Int) -> JSONValue { .number(JSONNumber(value)) }

  static func text(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }

  static func id(_ id: some CoreIdentifier) -> JSONValue { number(id.index) }
}
