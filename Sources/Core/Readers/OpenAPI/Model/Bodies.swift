package import SpecDocuments

extension OpenAPI {
  package struct RequestBody: Referable {
    package let node: Node
    package let place: Place
    package var isRequired = false
    package var content: [MediaType] = []

    package init(node: Node, place: Place) {
      self.node = node
      self.place = place
    }
  }

  package struct Response: Referable {
    package let node: Node
    package let place: Place
    package var headers: [Named<Header>] = []
    package var content: [MediaType] = []
    package var links: [Named<Link>] = []

    package init(node: Node, place: Place) {
      self.node = node
      self.place = place
    }
  }

  /// An entry of `content`.
  package struct MediaType: Located {
    package let node: Node
    package let key: Node
    /// The media type or range as written, such as `application/json; charset=utf-8` or `image/*`.
    package let name: String
    package var schema: SchemaID?
    package var example: Node?
    package var examples: [Named<Example>] = []
    package var encodings: [Encoding] = []

    /// The type without parameters, in small letters (RFC 9110 §8.3.1).
    package var essence: String {
      let end = name.firstIndex(of: ";") ?? name.endIndex
      return name[..<end].lowercased().filter { !$0.isWhitespace }
    }
  }

  /// How one property of a form or multipart body is written.
  package struct Encoding: Located {
    package let node: Node
    package let property: String
    package var contentType: String?
    package var headers: [Named<Header>] = []
    package var style: ParameterStyle?
    package var explode: Bool?
    package var allowReserved = false
  }

  package struct Example: Referable {
    package let node: Node
    package let place: Place
    package var value: Node? { node["value"] }
    package var externalValue: String? { node["externalValue"]?.string }

    package init(node: Node, place: Place) {
      self.node = node
      self.place = place
    }
  }

  /// How values of a response lead to another operation.
  package struct Link: Referable {
    package let node: Node
    package let place: Place
    package var operationID: String? { node["operationId"]?.string }
    package var operationReference: String? { node["operationRef"]?.string }
    package var parameters: Node? { node["parameters"] }

    package init(node: Node, place: Place) {
      self.node = node
      self.place = place
    }
  }
}
