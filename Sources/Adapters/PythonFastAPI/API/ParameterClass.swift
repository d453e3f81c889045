import SpecAdapters
import SpecIR
import SpecRehearsal

extension ValueTypes {
  /// Returns the class of a structure of parameters outside the query.
  func parameterClass(_ structure: ParameterStructure) -> PythonStatement {
    let fields = FieldStatements(types: self, room: .parameters)
    let body = structure.entries.flatMap { entry in
      fields.statements(of: entry.field, as: entry.name, marks: marks(of: entry.field.shape, entry.style))
    }
    let documentation =
      switch structure.place {
      case .path:
        Docstring.text(
          "The path parameters of `\(target.core[structure.operation].path.text)`.", summary: "The parameters of a path.")
      case .headers:
        Docstring.text(
          "The headers and cookies of `\(target[structure.operation].function)`.",
          summary: "The headers and cookies of an operation.")
      }
    return .class(PythonClass(structure.name, [uses.name("Parameters")], documentation: documentation, body: body))
  }

  /// Returns what stands beside the type of a parameter to say how its text is read.
  func marks(of shape: Shape, _ style: ParameterStyle) -> [PythonExpr] {
    let type = target.contract.resolved(shape.type).unwrapped
    if case .list(let separator) = style, case .list(let item) = type, isText(item.type) {
      guard let separator else { return [uses.call("Repeated")] }
      return [uses.call("Separated", separator == "," ? [] : [.positional(.string(String(separator)))])]
    }
    return isText(type) ? [] : [uses.call("JsonText")]
  }

  /// Whether values of the type are read from plain text. Null cannot be written as text.
  private func isText(_ type: TypeRef) -> Bool {
    switch target.contract.resolved(type).unwrapped {
    case .scalar(let scalar): scalar != .json && scalar != .file && scalar != .bytes
    case .named(let id): if case .enumeration = target.core[id].kind { true } else { false }
    case .list, .map, .optional: false
    }
  }
}
