/// A function, a method, or (without a body) a method that a trait requires.
package struct RustFunction: Sendable {
  package enum Receiver: Sendable { case ref, refMut, value, mutValue }

  package struct Parameter: Sendable {
    package var pattern: RustPattern
    package var type: RustType

    package init(_ pattern: RustPattern, _ type: RustType) {
      self.pattern = pattern
      self.type = type
    }
  }

  package var name: String
  package var generics: RustGenerics
  package var receiver: Receiver?
  package var parameters: [Parameter]
  package var result: RustType?
  package var body: RustBlock?
  package var visibility: RustVisibility
  package var isAsync: Bool
  package var isConst: Bool
  package var documentation: String?
  package var attributes: [RustAttribute]

  package init(
    _ name: String, generics: RustGenerics = [], receiver: Receiver? = nil, _ parameters: [Parameter] = [],
    returns result: RustType? = nil, _ visibility: RustVisibility = .inherited, isAsync: Bool = false, isConst: Bool = false,
    documentation: String? = nil, attributes: [RustAttribute] = [], body: RustBlock?
  ) {
    self.name = name
    self.generics = generics
    self.receiver = receiver
    self.parameters = parameters
    self.result = result
    self.body = body
    self.visibility = visibility
    self.isAsync = isAsync
    self.isConst = isConst
    self.documentation = documentation
    self.attributes = attributes
  }

  package init(
    _ name: String, generics: RustGenerics = [], receiver: Receiver? = nil, _ parameters: [Parameter] = [],
    returns result: RustType? = nil, _ visibility: RustVisibility = .inherited, isAsync: Bool = false, isConst: Bool = false,
    documentation: String? = nil, attributes: [RustAttribute] = [], @RustBlockBuilder _ body: () -> RustBlock
  ) {
    self.init(
      name, generics: generics, receiver: receiver, parameters, returns: result, visibility, isAsync: isAsync,
      isConst: isConst, documentation: documentation, attributes: attributes, body: body())
  }
}
