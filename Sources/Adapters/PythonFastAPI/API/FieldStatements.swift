import SpecIR
import SpecRehearsal

/// Where the fields of a class come from and go to.
enum FieldRoom {
  /// A body, or a part of one, that clients send.
  case body
  /// Parameters, which are text and never written.
  case parameters
  /// What only the server makes.
  case answer
}

/// Writes the fields of a class.
struct FieldStatements {
  let types: ValueTypes
  let room: FieldRoom
  /// Whether values of the class are written as JSON.
  var isWritten = false

  /// Returns a field and its description.
  ///
  /// - Parameter marks: how a parameter is written, besides its type.
  func statements(of field: Field, as name: String, marks: [PythonExpr] = []) -> [PythonStatement] {
    let (type, absence) = typed(field, marks)
    var options: [(String, PythonExpr)] = []
    if let absence { options.append(absence.option) }
    if name != field.name { options.append((room == .answer ? "serialization_alias" : "alias", .string(field.name))) }
    if isWritten, let leaving = absence?.leaving { options.append(("exclude_if", types.uses.name(leaving))) }
    let value: PythonExpr? =
      if let absence, case .value(let only) = absence.value, options.count == 1 {
        only
      } else if options.isEmpty {
        nil
      } else {
        .call(.field, options.map { .keyword($0, $1) })
      }
    let description = field.documentation.map { [PythonStatement.description(PlainProse.text($0))] } ?? []
    return [.field(name, type, value)] + description
  }

  /// What stands for a field that is not there.
  private struct Absence {
    let value: FieldDefault
    /// The function that says whether a field is left out when it is written.
    var leaving: String?

    var option: (String, PythonExpr) {
      switch value {
      case .value(let value): ("default", value)
      case .factory(let factory): ("default_factory", factory)
      }
    }
  }

  private func typed(_ field: Field, _ marks: [PythonExpr]) -> (type: PythonExpr, absence: Absence?) {
    let plain = room == .answer ? types.written(field.shape.type) : types.read(field.shape, named: field.name)
    switch field.presence {
    case .required: return (ValueTypes.annotated(plain, marks), nil)
    case .defaulted(let value):
      return (ValueTypes.annotated(plain, marks), Absence(value: FieldDefault(value, of: field.shape.type, in: types.target)))
    case .optional: return optional(field, plain, marks)
    }
  }

  private func optional(_ field: Field, _ plain: PythonExpr, _ marks: [PythonExpr]) -> (type: PythonExpr, absence: Absence?) {
    let resolved = types.target.contract.resolved(field.shape.type)
    let absent = Absence(value: .value(types.uses.name("ABSENT")), leaving: "is_absent")
    if resolved.isOptional {
      let type = ValueTypes.union([plain, types.uses.name("Absent")])
      return (omittable(type, marks), absent)
    }
    // Any value may stand there, null too; `ABSENT` is an object as well.
    if resolved == .scalar(.json) { return (ValueTypes.annotated(plain, marks), absent) }
    let none = Absence(value: .value(.none), leaving: "is_none")
    return (omittable(ValueTypes.union([plain, .none]), marks), none)
  }

  private func omittable(_ type: PythonExpr, _ marks: [PythonExpr]) -> PythonExpr {
    // Between the brackets of `Annotated[…]` marks of the union would join those of its member.
    room == .answer ? type : .generic(.annotated, [type, types.uses.call("Omittable")] + marks)
  }
}
