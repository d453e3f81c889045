internal import OpenAPIReader
internal import SpecDocuments
internal import SpecIR
internal import SpecWriting

extension OpenAPILowerer {
  func enumeration(of flat: FlatSchema, base: Scalar) -> Enumeration {
    guard let allowed = flat.allowed else { return Enumeration(base: base, cases: []) }
    let schema = document.schemas[allowed.owner]
    let stated = schema.const.map { [$0] } ?? schema.enumeration ?? []
    let names = texts(["x-enum-varnames", "x-enumNames", "x-enum-names"], of: schema, count: stated.count)
    let documentation = texts(["x-enum-descriptions", "x-enumDescriptions"], of: schema, count: stated.count)
    var positions: [JSONValue: Int] = [:]
    for (index, node) in stated.enumerated() where positions[node.json()] == nil { positions[node.json()] = index }
    let cases = allowed.values.filter { $0 != .null }.map { value in
      let position = positions[value]
      return Enumeration.Case(
        name: position.flatMap { names?[$0] } ?? Self.text(of: value), value: value,
        documentation: position.flatMap { documentation?[$0] }.flatMap(documentationText))
    }
    return Enumeration(base: base, cases: cases)
  }

  /// The list of an extension, where it has as many texts as there are values.
  private func texts(_ extensions: [String], of schema: OpenAPI.Schema, count: Int) -> [String]? {
    for name in extensions {
      guard let items = schema.node[name]?.items, items.count == count else { continue }
      let texts = items.compactMap(\.text)
      if texts.count == count, !texts.contains("") { return texts }
    }
    return nil
  }

  private static func text(of value: JSONValue) -> String {
    switch value {
    case .string(let text): text
    case .number(let number): number.literal
    case .bool(let bool): bool ? "true" : "false"
    case .null, .array, .object: JSONWriter.write(value, indent: nil)
    }
  }
}
