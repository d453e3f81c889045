/// A mapping fills every required field of its model from its row, in the field's type.
struct MappingVerifier {
  let mapping: RowMapping
  let place: String
  let core: CoreModel
  let database: Database

  func faults() -> [BehaviourFault] {
    guard case .structure(let structure) = core[mapping.model].kind else {
      return [BehaviourFault(place, "its model is no structure")]
    }
    let types = ExpressionTypes(
      core: core, database: database, place: place, locals: [Function.Local("row", .row(mapping.row))], assigned: [LocalID(0)])
    do {
      try types.checkFields(mapping.fields, of: structure, name: core[mapping.model].name)
      return []
    } catch { return [error] }
  }
}
