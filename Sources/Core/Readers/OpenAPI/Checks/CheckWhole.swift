internal import SpecDiagnostics
internal import SpecDocuments
internal import SpecSource

extension Reader {
  /// Reports what only shows when everything has been read.
  mutating func checkWhole() {
    cutReferenceCycles()
    checkPathTemplates()
    checkOperationIDs()
    checkDuplicateParameters()
    for path in document.paths { checkPathParameters(of: path) }
    checkScopes()
    for id in document.schemas.ids {
      checkLimits(document.schemas[id])
      checkValues(document.schemas[id])
    }
    for id in document.parameters.ids { checkMatch(document.parameters[id]) }
  }

  /// Schemas may contain themselves, but one that is nothing but a reference must end somewhere: such cycles are reported and
  /// cut, so that nobody after this need be afraid of them.
  private mutating func cutReferenceCycles() {
    var sound: Set<SchemaID> = []
    for start in document.schemas.ids where document.schemas[start].reference != nil {
      var way: Set<SchemaID> = []
      var id = start
      while !sound.contains(id), let reference = document.schemas[id].reference {
        guard way.insert(id).inserted else {
          findings.report(.refCycle, "this reference leads back to itself", at: reference.range)
          document.schemas[id].reference = nil
          break
        }
        id = reference.target
      }
      sound.formUnion(way)
    }
  }

  /// OpenAPI 3.1.1 §4.8.8: paths that differ only in the names of their parameters are identical.
  private mutating func checkPathTemplates() {
    var first: [[OpenAPI.PathTemplate.Part]: OpenAPI.Path] = [:]
    for path in document.paths {
      let shape = path.template.parts.map { part in
        switch part {
        case .literal: part
        case .parameter: OpenAPI.PathTemplate.Part.parameter("")
        }
      }
      guard let other = first[shape] else {
        first[shape] = path
        continue
      }
      findings.report(
        .pathDuplicate, "“\(path.template)” and “\(other.template)” are the same path", at: path.key.range,
        hint: "Give the parameter one name, and write the operations under one path.",
        related: [Diagnostic.Related("the other one", at: other.key.range)])
    }
  }

  private mutating func checkOperationIDs() {
    checkSharedItems()
    var first: [String: Node] = [:]
    for item in document.pathItems.values {
      for operation in item.operations {
        guard let id = operation.operationID, let place = operation.node["operationId"] else { continue }
        guard let other = first[id] else {
          first[id] = place
          continue
        }
        findings.report(
          .operationIDDuplicate, "the operationId “\(id)” is taken", at: place.range,
          related: [Diagnostic.Related("by this operation", at: other.range)])
      }
    }
  }

  /// Two paths that refer to one path item state its operationIds twice.
  private mutating func checkSharedItems() {
    var first: [OpenAPI.ID<OpenAPI.PathItem>: OpenAPI.Path] = [:]
    for path in document.paths {
      guard let other = first[path.item] else {
        first[path.item] = path
        continue
      }
      guard let id = document.pathItems[path.item].operations.compactMap(\.operationID).first else { continue }
      findings.report(
        .operationIDDuplicate, "the operationId “\(id)” is taken", at: path.key.range,
        hint: "Both paths refer to the same path item; leave out its operationIds, or write it twice.",
        related: [Diagnostic.Related("by this path", at: other.key.range)])
    }
  }

  private mutating func checkDuplicateParameters() {
    for item in document.pathItems.values {
      checkDuplicates(item.parameters, of: item.node)
      for operation in item.operations { checkDuplicates(operation.parameters, of: operation.node) }
    }
  }

  private mutating func checkDuplicates(_ ids: [OpenAPI.ID<OpenAPI.Parameter>], of node: Node) {
    guard ids.count > 1, let list = node["parameters"] else { return }
    var first: [OpenAPI.Parameter.Identity: Int] = [:]
    for (index, id) in ids.enumerated() {
      let parameter = document.parameters[id]
      guard !parameter.name.isEmpty else { continue }
      guard let other = first[parameter.identity] else {
        first[parameter.identity] = index
        continue
      }
      findings.report(
        .parameterDuplicate, "the \(parameter.location.rawValue) parameter “\(parameter.name)” is stated twice",
        at: place(of: index, in: list, among: ids).range,
        related: [Diagnostic.Related("stated first here", at: place(of: other, in: list, among: ids).range)])
    }
  }

  /// Where a parameter is stated: the reference, for one that is a component. A list of which an item was left out is shown whole.
  private func place(of index: Int, in list: Node, among ids: [OpenAPI.ID<OpenAPI.Parameter>]) -> Node {
    list.items.count == ids.count ? list.items[index] : list
  }
}
