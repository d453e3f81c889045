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
        documentation: Docstring.text(model.documentation, summary: "`\(model.name)` of the contract."), body: cases))
  }
}
