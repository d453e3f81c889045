package import SpecDocuments
package import SpecSource

extension OpenAPI {
  /// A value that was read from one node.
  package protocol Located: Sendable {
    var node: Node { get }
  }
}

extension OpenAPI.Located {
  package var range: SourceRange { node.range }

  package var title: String? { node["title"]?.string }
  package var summary: String? { node["summary"]?.string }
  package var description: String? { node["description"]?.string }

  /// The members whose names begin with `x-`, in order.
  package var extensions: [(key: Node, value: Node)] {
    node.entries.filter { $0.key.text?.hasPrefix("x-") == true }
  }

  /// What is said to SpecForge itself.
  package var specforge: Node? { node["x-specforge"] }

  package var externalDocs: OpenAPI.ExternalDocs? {
    node["externalDocs"].flatMap { $0.kind == .mapping ? OpenAPI.ExternalDocs(node: $0) : nil }
  }

  /// The range of a member's value, or of the whole where it is not written.
  package func range(of member: String) -> SourceRange { node[member]?.range ?? node.range }
}

extension OpenAPI {
  /// A link to documentation elsewhere.
  package struct ExternalDocs: Located {
    package let node: Node
    package var url: String? { node["url"]?.string }
  }
}
