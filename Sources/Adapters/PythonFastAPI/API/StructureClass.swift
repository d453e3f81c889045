import SpecAdapters
import SpecIR

/// Writes a structure as a class of Pydantic.
struct StructureClass {
  let types: ValueTypes
  let id: ModelID
  let structure: Structure
  /// What the class has besides its fields.
  var methods: [PythonStatement] = []
  /// Assignments before the fields, such as class variables.
  var settings: [PythonStatement] = []

  private var target: PythonTarget { types.target }
  private var room: FieldRoom { target.room(of: id) }

  func statement() -> PythonStatement {
    let name = target[id].name
    return .class(
      PythonClass(
        name, [base],
        documentation: Docstring.text(target.core[id].documentation, summary: summary),
        body: blocks([settings + whole, fields, methods])))
  }

  private var summary: String {
    let query = zip(target.core.operations, target.names.operations).first { $0.0.queryModel == id }
    return query.map { "The query parameters of `\($0.1.function)`." } ?? "`\(target.core[id].name)` of the contract."
  }

  private var base: PythonExpr {
    switch room {
    case .body: types.uses.name("Object")
    case .parameters: types.uses.name("Parameters")
    case .answer: .name(.baseModel)
    }
  }

  private func blocks(_ blocks: [[PythonStatement]]) -> [PythonStatement] {
    Array(blocks.filter { !$0.isEmpty }.joined(separator: [.blank]))
  }

  /// What the contract says of the object as a whole.
  private var whole: [PythonStatement] {
    var statements: [PythonStatement] = []
    if case .kept = structure.additional, room != .parameters {
      let configuration = PythonExpr.call(.of("pydantic", "pydantic", "ConfigDict"), [.keyword("extra", .string("allow"))])
      statements.append(.assign("model_config", configuration))
    }
    let members = self.members
    if room == .body, !members.isEmpty {
      statements.append(.field("members", .name(.std("typing", "ClassVar")), types.uses.call("Members", members)))
    }
    if case .kept(let shape) = structure.additional, room != .parameters {
      let value = room == .answer ? types.written(shape.type) : types.read(shape, named: "\(target[id].name) additional")
      statements.append(.field("__pydantic_extra__", .generic("dict", ["str", value])))
    }
    return statements
  }

  private var members: [PythonArgument] {
    var arguments = ValueTypes.sizes(structure.minProperties, structure.maxProperties)
    if structure.additional == .forbidden { arguments.append(.keyword("closed", .bool(true))) }
    return arguments
  }

  private var fields: [PythonStatement] {
    let statements = FieldStatements(types: types, room: room, isWritten: target.isWritten(id))
    let parameters = room == .parameters ? target.queryParameters(of: id) : []
    return zip(structure.fields, target[id].fields).flatMap { field, name in
      let parameter = parameters.first { $0.name == field.name }
      let style = parameter.map(ParameterStyle.init) ?? .single
      return statements.statements(of: field, as: name, marks: room == .parameters ? types.marks(of: field.shape, style) : [])
    }
  }
}

extension PythonTarget {
  /// The models that are the query of an operation.
  func isQuery(_ id: ModelID) -> Bool { core.operations.contains { $0.queryModel == id } }

  /// The query parameters that a query model is made of.
  func queryParameters(of id: ModelID) -> [Parameter] {
    core.operations.first { $0.queryModel == id }?.parameters.filter { $0.location == .query } ?? []
  }

  /// Whether clients send values of a model.
  func isRead(_ id: ModelID) -> Bool { !core[id].usage.isDisjoint(with: [.request, .query]) }

  func room(of id: ModelID) -> FieldRoom { isQuery(id) ? .parameters : isRead(id) ? .body : .answer }
}
