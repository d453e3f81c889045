internal import SpecDiagnostics
internal import SpecDocuments

extension Reader {
  /// Holds the parameters in a path's braces against those that its operations declare.
  mutating func checkPathParameters(of path: OpenAPI.Path) {
    let item = document.pathItems[path.item]
    let names = path.template.parameterNames
    for operation in item.operations {
      let declared = document.parameters(of: operation, in: item)
        .map { document.parameters[$0] }.filter { $0.location == .path }
      for name in names where !declared.contains(where: { $0.name == name }) {
        findings.report(
          .pathParameterUndeclared, "the path parameter “\(name)” of “\(path.template)” is not declared", at: operation.key.range,
          hint: Suggestion.nearest(to: name, in: declared.map(\.name)).map { "“\($0)” is declared: is it the same?" }
            ?? "Add a parameter with `in: path` and `required: true`.",
          related: [Diagnostic.Related("the path", at: path.key.range)])
      }
    }
    checkUnused(path, item, names)
  }

  private mutating func checkUnused(_ path: OpenAPI.Path, _ item: OpenAPI.PathItem, _ names: [String]) {
    for id in item.parameters + item.operations.flatMap(\.parameters) {
      let parameter = document.parameters[id]
      guard parameter.location == .path, !names.contains(parameter.name) else { continue }
      findings.report(
        .pathParameterUnused, "“\(parameter.name)” does not occur in the path “\(path.template)”",
        at: parameter.range(of: "name"),
        hint: Suggestion.nearest(to: parameter.name, in: names).map { "Did you mean “\($0)”?" },
        related: [Diagnostic.Related("the path", at: path.key.range)])
    }
  }
}
