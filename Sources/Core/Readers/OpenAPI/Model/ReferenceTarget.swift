internal import SpecDocuments

extension OpenAPI {
  /// What a reference names, by its section of `components`.
  enum ReferenceKind: String, Sendable, CaseIterable {
    case schemas, parameters, headers, requestBodies, responses, examples, links, callbacks, securitySchemes, pathItems
  }

  /// The end of a chain of references.
  struct ReferenceTarget: Sendable {
    let kind: ReferenceKind
    let node: Node
    let place: Place
  }
}
