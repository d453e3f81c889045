internal import SpecDiagnostics
internal import SpecDocuments

extension Reader {
  mutating func readComponents(_ root: OpenAPI.Place) {
    guard let node = object(document.node, "components") else { return }
    check(node, as: .components)
    for kind in OpenAPI.ReferenceKind.allCases { checkNames(of: object(node, kind.rawValue)) }
    let place = root.appending("components")
    document.components.schemas = schemaComponents(node, place.appending("schemas"))
    document.components.parameters = section(node, place)
    document.components.headers = section(node, place)
    document.components.requestBodies = section(node, place)
    document.components.responses = section(node, place)
    document.components.examples = section(node, place)
    document.components.links = section(node, place)
    document.components.callbacks = section(node, place)
    document.components.securitySchemes = section(node, place)
    document.components.pathItems = section(node, place)
  }

  private mutating func section<Value: Readable>(_ components: Node, _ place: OpenAPI.Place) -> [OpenAPI.Named<Value>] {
    named(object(components, Value.kind.rawValue), place.appending(Value.kind.rawValue))
  }

  /// A component that is nothing but a reference keeps its name: it is a schema of its own.
  private mutating func schemaComponents(_ components: Node, _ place: OpenAPI.Place) -> [OpenAPI.Named<OpenAPI.Schema>] {
    guard let schemas = object(components, "schemas") else { return [] }
    return schemas.entries.compactMap { key, value in
      guard isReadable(value, as: .schemas) else { return nil }
      return OpenAPI.Named(name: key.text ?? "", key: key, id: reserve(value, place.appending(key)))
    }
  }

  /// OpenAPI 3.1.1 §4.8.7: names match `^[a-zA-Z0-9\.\-_]+$`.
  private mutating func checkNames(of section: Node?) {
    for (key, _) in entries(section) {
      guard let name = key.text, !name.isEmpty, name.utf8.allSatisfy(Self.isNameByte) else {
        report(
          .componentName, "“\(key.text ?? "")” is no name of a component", at: key,
          hint: "Names are made of the letters a to z, digits, dots, hyphens and underscores.")
        continue
      }
    }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
