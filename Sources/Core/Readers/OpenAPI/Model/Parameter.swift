package import SpecDocuments

extension OpenAPI {
  package struct Parameter: Referable {
    package let node: Node
    package let place: Place
    package var name = ""
    package var location = ParameterLocation.query
    package var isRequired = false
    package var isDeprecated = false
    package var allowEmptyValue = false
    package var value = ParameterValue.none
    /// The style as written, or the one that holds for the location where none is.
    package var style = ParameterStyle.form
    /// As written, or as it holds for the style: true for `form` alone.
    package var explode = false
    package var allowReserved = false
    package var example: Node?
    package var examples: [Named<Example>] = []

    package init(node: Node, place: Place) {
      self.node = node
      self.place = place
    }

    /// What tells two parameters of an operation apart; the names of headers are compared without regard to case (RFC 9110 §5.1).
    package struct Identity: Hashable, Sendable {
      package let name: String
      package let location: ParameterLocation
    }

    package var identity: Identity {
      Identity(name: location == .header ? name.lowercased() : name, location: location)
    }
  }

  package enum ParameterLocation: String, Hashable, Sendable, CaseIterable {
    case path, query, header, cookie

    package var defaultStyle: ParameterStyle {
      switch self {
      case .path, .header: .simple
      case .query, .cookie: .form
      }
    }

    package var styles: [ParameterStyle] {
      switch self {
      case .path: [.simple, .label, .matrix]
      case .query: [.form, .spaceDelimited, .pipeDelimited, .deepObject]
      case .header: [.simple]
      case .cookie: [.form]
      }
    }
  }

  package enum ParameterStyle: String, Hashable, Sendable, CaseIterable {
    case matrix, label, form, simple, spaceDelimited, pipeDelimited, deepObject
  }

  /// How the value of a parameter or header is described.
  package enum ParameterValue: Sendable {
    case schema(SchemaID)
    /// As a text of a media type, such as JSON in a query parameter.
    case content(MediaType)
    /// By nothing, which is reported as an error.
    case none
  }

  /// A header of a response or of a part of a body; always in style `simple`.
  package struct Header: Referable {
    package let node: Node
    package let place: Place
    package var isRequired = false
    package var isDeprecated = false
    package var explode = false
    package var value = ParameterValue.none
    package var example: Node?
    package var examples: [Named<Example>] = []

    package init(node: Node, place: Place) {
      self.node = node
      self.place = place
    }
  }
}
