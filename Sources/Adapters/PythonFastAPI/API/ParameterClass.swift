import SpecAdapters
import SpecIR
import SpecRehearsal

/// One structure of parameters outside the query.
struct ParameterClass {
  let name: String
  let documentation: String
  let parameters: [(parameter: Parameter, field: String)]

  /// - Parameter types: of the place at the end of the file, where all models are known.
  func statement(_ types: ValueTypes) -> PythonStatement {
    let fields = FieldStatements(types: types, room: .parameters)
    let body = parameters.flatMap { parameter, name in
      // Names of headers are compared without case (RFC 9110 §5.1).
      let wireName = parameter.location == .header ? parameter.name.lowercased() : parameter.name
      let field = Field(
        name: wireName, shape: parameter.shape, presence: parameter.presence, documentation: parameter.documentation)
      return fields.statements(of: field, as: name, marks: types.marks(of: parameter.shape, ParameterStyle(parameter)))
    }
    return .class(PythonClass(name, [types.uses.name("Parameters")], documentation: documentation, body: body))
  }
}

extension PythonTarget {
  /// The structures of path parameters and of headers, in the order of the operations that are implemented.
  var parameterClasses: [ParameterClass] {
    var seen: Set<String> = []
    var classes: [ParameterClass] = []
    for (operation, names) in zip(core.operations, names.operations) {
      guard case .function(_, let arguments) = operation.implementation else { continue }
      let parameters = Array(zip(operation.parameters, names.parameters))
      if let name = names.pathType, seen.insert(name).inserted {
        classes.append(
          ParameterClass(
            name: name,
            documentation: Docstring.text(
              "The path parameters of `\(operation.path.text)`.", summary: "The parameters of a path."),
            parameters: parameters.filter { $0.0.location == .path }.map { ($0.0, $0.1) }))
      }
      // A header that may go unread, such as `User-Agent`, needs no reader.
      let isRead = arguments.contains { $0.isParameter(of: operation, in: .header) || $0.isParameter(of: operation, in: .cookie) }
      if let name = names.headerType, isRead {
        classes.append(
          ParameterClass(
            name: name,
            documentation: Docstring.text(
              "The headers and cookies of `\(names.function)`.", summary: "The headers and cookies of an operation."),
            parameters: parameters.filter { $0.0.location == .header || $0.0.location == .cookie }.map { ($0.0, $0.1) }))
      }
    }
    return classes
  }
}

extension ValueTypes {
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
