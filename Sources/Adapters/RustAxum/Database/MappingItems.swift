import SpecAdapters
import SpecIR

/// Writes `generated/mapping.rs`: from rows of the database to models of the contract.
struct MappingItems {
  let target: RustTarget

  init?(_ target: RustTarget) {
    guard !target.core.mappings.isEmpty else { return nil }
    self.target = target
  }

  var file: RustFile {
    RustFile(
      documentation: "From rows of the database to models of the contract.",
      target.core.mappings.indices.map { item(MappingID($0)) })
  }

  private func item(_ id: MappingID) -> RustItem {
    let mapping = target.core[id]
    let isTotal = mapping.isTotal
    let row = RustType.named(.row(target[mapping.row].name))
    let model = RustType.named(.api(target[mapping.model].name))
    let value = RustExpr.structure("Self", values(mapping))
    let error = RustType.named(.sqlxError)
    return .implementation(
      RustImpl(
        RustPath(isTotal ? "From" : "TryFrom", generics: [.type(row)]), for: model,
        isTotal
          ? [.function(RustFunction("from", [.init("row", row)], returns: .selfType) { value })]
          : [
            .alias(RustAlias("Error", error)),
            .function(
              RustFunction(
                "try_from", [.init("row", row)], returns: .result(.selfType, error),
                documentation: "Fails where the database holds a value that the contract does not know."
              ) { RustExpr.ok(value) }),
          ]))
  }

  private func values(_ mapping: RowMapping) -> [RustExpr.FieldValue] {
    guard case .structure(let structure) = target.core[mapping.model].kind else { return [] }
    let spelling = Spelling(target: target, row: mapping.row)
    var values = zip(structure.fields, target[mapping.model].fields).map { field, name -> RustExpr.FieldValue in
      guard let given = mapping.fields.first(where: { $0.field == field.name }) else { return .init(name, RustExpr.none) }
      return .init(name, spelling.field(field, given.value, isBoxed: target.isBoxed(field, in: mapping.model)))
    }
    if structure.additional.isKept { values.append(.init(RustNames.additionalField, .call(RustPath(.btreeMap, "new")))) }
    return values
  }
}

extension RustTarget {
  /// Whether a field is boxed, since its type can hold the model itself.
  func isBoxed(_ field: Field, in holder: ModelID) -> Bool {
    guard case .named(let id) = resolved(field.shape.type).unwrapped else { return false }
    return cycles.contains(holder, id)
  }
}
