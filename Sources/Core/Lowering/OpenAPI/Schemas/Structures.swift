internal import OpenAPIReader
internal import SpecDiagnostics
internal import SpecDocuments
internal import SpecIR

extension OpenAPILowerer {
  mutating func structure(of flat: FlatSchema, model: ModelID) -> Structure {
    let name = core.models[model.index].name
    var fields: [Field] = []
    for property in flat.properties {
      guard document.schemas[property.schemas[0]].boolean != false else {
        diagnostics.report(
          .constraintDropped, "that “\(property.name)” must be absent is not checked",
          at: document.schemas[property.schemas[0]].range)
        continue
      }
      fields.append(field(property, isRequired: flat.requiredNames.contains(property.name), of: model, at: fields.count))
    }
    fields += undeclaredFields(of: flat, model: name)
    var structure = Structure(fields: fields, additional: additional(of: flat, model: name))
    structure.minProperties = flat.minProperties.flatMap { $0 > 0 ? $0 : nil }
    structure.maxProperties = flat.maxProperties
    return structure
  }

  private mutating func field(_ property: FlatSchema.Property, isRequired: Bool, of model: ModelID, at index: Int) -> Field {
    let name = core.models[model.index].name + upperCamelCase(property.name)
    let shape = shape(of: property.schemas, named: name)
    let flat = flatten(SchemaParts(property.schemas))
    noteAccess(of: property.name, flat, model)
    let source = document.schemas[property.schemas[property.schemas.count - 1]]
    core.provenance.add(Origin("property \(property.name)", at: source.range), to: .field(model, index))
    var presence = isRequired ? Presence.required : .optional
    if !isRequired, let value = flat.defaultValue {
      presence = .defaulted(value.json())
      pendingDefaults.append(PendingDefault(owner: .field(model, property.name), range: value.range))
    }
    // What a component says of itself stands at its own model.
    let own = property.schemas.map { document.schemas[$0] }.filter { $0.componentName == nil }
    return Field(
      name: property.name, shape: shape, presence: presence, documentation: own.compactMap(\.documentation).last,
      isDeprecated: own.contains(where: \.isDeprecated), example: own.compactMap(\.examples.first).last?.json())
  }

  private mutating func noteAccess(of name: String, _ flat: FlatSchema, _ model: ModelID) {
    guard flat.isReadOnly != flat.isWriteOnly else { return }
    access[model, default: [:]][name] = flat.isReadOnly ? .readOnly : .writeOnly
  }

  /// Members that must be there and of which nothing else is said.
  private mutating func undeclaredFields(of flat: FlatSchema, model: String) -> [Field] {
    var fields: [Field] = []
    for name in flat.required where flat.positions[name] == nil {
      var shape = Shape(.scalar(.json))
      if case .schemas(let schemas) = flat.additional { shape = self.shape(of: schemas, named: model + upperCamelCase(name)) }
      diagnostics.report(
        .requiredUndeclared, "“\(name)” is required but not among the properties", at: range(of: flat),
        hint: "Declare the property, or remove the name from “required”; until then any value is accepted for it.")
      fields.append(Field(name: name, shape: shape, presence: .required))
    }
    return fields
  }

  private mutating func additional(of flat: FlatSchema, model: String) -> Structure.Additional {
    switch flat.additional {
    case .unstated: return .ignored
    case .allowed: return .kept(Shape(.scalar(.json)))
    case .schemas(let schemas): return .kept(shape(of: schemas, named: model + "Value"))
    case .forbidden:
      switch flat.patternProperties.count {
      case 0: return .forbidden
      case 1: return .kept(shape(of: flat.patternProperties, named: model + "Value"))
      default: return .kept(Shape(.scalar(.json)))
      }
    }
  }
}
