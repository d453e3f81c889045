import SpecAdapters
import SpecIR

/// Writes `generated/mapping.py`: from rows of the database to models of the contract.
struct MappingItems {
  let target: PythonTarget

  init?(_ target: PythonTarget) {
    guard !target.core.mappings.isEmpty else { return nil }
    self.target = target
  }

  var file: PythonFile {
    PythonFile(
      documentation: "From rows of the database to models of the contract.", module: target.module("generated", "mapping"),
      target.core.mappings.indices.map { .function(function(MappingID($0))) })
  }

  private func function(_ id: MappingID) -> PythonFunction {
    let mapping = target.core[id]
    let model = PythonExpr.name(target.symbol(of: mapping.model))
    let fails = "\n\nRaises:\n    ValueError: where the database holds a value that the contract does not know."
    return PythonFunction(
      target.names.mappings[id.index], [PythonParameter("row", .name(target.symbol(of: mapping.row)))], returns: model,
      documentation: "The model of a row." + (mapping.isTotal ? "" : fails)
    ) {
      PythonStatement.return(Spelling(target, row: mapping.row).construct(mapping.model, mapping.fields))
    }
  }
}

extension PythonTarget {
  /// A mapping's function behind its module: `mapping.user`.
  func mapping(_ id: MappingID) -> PythonExpr {
    .name(.own(module("generated"), "mapping")).attribute(names.mappings[id.index])
  }
}
