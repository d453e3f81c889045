import SpecAdapters
import SpecIR
import SpecRehearsal

/// The path of what was made, as the header `Location` says it (RFC 9110 §10.2.2).
struct LocationText {
  let handler: Handler
  let location: OperationPlan.Location
  /// What the handler calls its result.
  let body: String

  init(_ handler: Handler, _ location: OperationPlan.Location, body: String) {
    self.handler = handler
    self.location = location
    self.body = body
  }

  var expression: PythonExpr {
    var parts: [PythonFormatPart] = []
    var arguments = location.arguments[...]
    var text = ""
    for segment in location.path.segments {
      text += "/"
      for piece in segment.pieces {
        switch piece {
        case .literal(let literal): text += PathTemplate.encoded(literal)
        case .parameter:
          guard let argument = arguments.popFirst() else { continue }
          parts += [.text(text), .value(value(of: argument))]
          text = ""
        }
      }
    }
    guard !parts.isEmpty else { return .string(text) }
    return .format(text.isEmpty ? parts : parts + [.text(text)])
  }

  private func value(of argument: OperationPlan.Location.Argument) -> PythonExpr {
    let target = handler.target
    switch argument {
    case .parameter(let index):
      let value = PythonExpr("path").attribute(handler.names.parameters[index])
      return segment(value, handler.operation.parameters[index].shape.type)
    case .field(let name):
      guard let content = handler.plan.success.body, case .named(let id) = target.contract.resolved(content.shape.type),
        case .structure(let structure) = target.core[id].kind,
        let index = structure.fields.firstIndex(where: { $0.name == name })
      else { return .string("") }
      return segment(
        PythonExpr(stringLiteral: body).attribute(target[id].fields[index]), structure.fields[index].shape.type)
    }
  }

  /// The value as one segment: a text may hold what separates segments.
  private func segment(_ value: PythonExpr, _ type: TypeRef) -> PythonExpr {
    switch handler.target.contract.resolved(type) {
    case .scalar(.string), .scalar(.uri):
      .call(.std("urllib.parse", "quote"), [.positional(value), .keyword("safe", .string(""))])
    default: value
    }
  }
}
