import SpecAdapters
import SpecIR
import SpecWriting

/// Writes a list of texts as an enum.
struct KeywordClass {
  let types: ValueTypes
  let id: ModelID
  let enumeration: Enumeration

  func statement() -> PythonStatement {
    let model = types.target.core[id]
    let cases = zip(enumeration.cases, types.target[id].variants).flatMap { item, name -> [PythonStatement] in
      let text = item.value.stringValue ?? ""
      return [.assign(.name(PythonSymbol(stringLiteral: name)), .string(text))] + (item.documentation.map { [.description(PlainProse.text($0))] } ?? [])
    }
    return .class(
      PythonClass(
        types.target[id].name, [types.uses.name("Keyword")],
        documentation: Docstring.text(model.documentation, summary: summary), body: cases))
  }

  private var summary: String {
    let model = types.target.core[id]
    // What only a parameter has is named after it.
    if model.usage == .query {
      for (operation, names) in zip(types.target.core.operations, types.target.names.operations) {
        guard let parameter = operation.parameters.first(where: { $0.shape.type.unwrapped == .named(id) }) else { continue }
        return "What the parameter `\(parameter.name)` of `\(names.function)` may be."
      }
    }
    return "`\(model.name)` of the contract."
  }
}
