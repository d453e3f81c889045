package import OpenAPIReader
package import SpecDiagnostics
import SpecDocuments
package import SpecIR
import SpecSource

/// Reads `x-specforge` at operations and schemas; `docs/binding.md` describes it.
package enum BindingHintReader {
  /// Returns what a document states of bindings; what is not understood is reported where it stands, and left out.
  ///
  /// - Parameter core: what ``OpenAPILowering`` made of the document: operations are in the document's order, and models know
  ///   the places that they came from.
  package static func hints(
    of document: OpenAPIDocument, for core: CoreModel, into diagnostics: inout Diagnostics
  ) -> BindingHints {
    var hints = BindingHints()
    var index = 0
    for path in document.paths {
      for operation in document.pathItems[path.item].operations {
        if let node = operation.specforge { hints.operations[OperationID(index)] = self.operation(node, into: &diagnostics) }
        index += 1
      }
    }
    var stated: [SourceRange: ModelHint] = [:]
    for component in document.components.schemas {
      let schema = document.schemas[component.id]
      if let node = schema.specforge { stated[schema.range] = model(node, into: &diagnostics) }
    }
    guard !stated.isEmpty else { return hints }
    for index in core.models.indices {
      let ranges = core.provenance[.model(ModelID(index))].compactMap(\.range)
      if let hint = ranges.lazy.compactMap({ stated[$0] }).first { hints.models[ModelID(index)] = hint }
    }
    return hints
  }

  /// Reads the extension of an operation.
  static func operation(_ node: Node, into diagnostics: inout Diagnostics) -> OperationHint {
    var hint = OperationHint()
    hint.range = node.range
    for (key, value) in members(of: node, into: &diagnostics) {
      switch key.text {
      case "table": hint.table = text(value, into: &diagnostics)
      case "action":
        hint.action = text(value, into: &diagnostics).flatMap(OperationHint.Action.init)
        if hint.action == nil {
          let known = OperationHint.Action.allCases.map(\.rawValue).joined(separator: ", ")
          diagnostics.report(.bindingExtension, "the action is none of \(known)", at: value.range)
        }
      case "key": hint.key = pairs(value, into: &diagnostics)
      case "columns": hint.columns = pairs(value, into: &diagnostics)
      case "filters": hint.filters = filters(value, into: &diagnostics)
      default: unknown(key, of: ["table", "action", "key", "columns", "filters"], into: &diagnostics)
      }
    }
    return hint
  }

  /// Reads the extension of a schema.
  static func model(_ node: Node, into diagnostics: inout Diagnostics) -> ModelHint {
    var hint = ModelHint()
    hint.range = node.range
    for (key, value) in members(of: node, into: &diagnostics) {
      switch key.text {
      case "table": hint.table = text(value, into: &diagnostics)
      case "columns": hint.columns = pairs(value, into: &diagnostics)
      default: unknown(key, of: ["table", "columns"], into: &diagnostics)
      }
    }
    return hint
  }

  private static func members(of node: Node, into diagnostics: inout Diagnostics) -> [(key: Node, value: Node)] {
    guard node.kind == .mapping else {
      diagnostics.report(.bindingExtension, "a mapping is expected here", at: node.range)
      return []
    }
    return Array(node.entries)
  }

  private static func text(_ node: Node, into diagnostics: inout Diagnostics) -> String? {
    if let text = node.string { return text }
    diagnostics.report(.bindingExtension, "a text is expected here", at: node.range)
    return nil
  }

  private static func unknown(_ key: Node, of known: [String], into diagnostics: inout Diagnostics) {
    diagnostics.report(
      .bindingExtension, "'\(key.text ?? "")' is no member of x-specforge here", at: key.range,
      hint: "Its members are \(known.joined(separator: ", ")).")
  }

  private static func pairs(_ node: Node, into diagnostics: inout Diagnostics) -> [OperationHint.Pair] {
    var pairs: [OperationHint.Pair] = []
    for (key, value) in members(of: node, into: &diagnostics) {
      guard let column = text(value, into: &diagnostics) else { continue }
      pairs.append(OperationHint.Pair(key.text ?? "", column: column, at: value.range))
    }
    return pairs
  }

  /// `status: state` compares for equality; `min: { column: price, op: greaterOrEqual }` as it says.
  private static func filters(_ node: Node, into diagnostics: inout Diagnostics) -> [OperationHint.FilterHint] {
    var filters: [OperationHint.FilterHint] = []
    for (key, value) in members(of: node, into: &diagnostics) {
      let name = key.text ?? ""
      if let column = value.string {
        filters.append(OperationHint.FilterHint(name, column: column, .equal, at: value.range))
        continue
      }
      var column: String?
      var comparison = Filter.Comparison.equal
      for (key, value) in members(of: value, into: &diagnostics) {
        switch key.text {
        case "column": column = text(value, into: &diagnostics)
        case "op":
          guard let known = text(value, into: &diagnostics).flatMap(Filter.Comparison.init) else {
            let all = Filter.Comparison.allCases.map(\.rawValue).joined(separator: ", ")
            diagnostics.report(.bindingExtension, "the comparison is none of \(all)", at: value.range)
            continue
          }
          comparison = known
        default: unknown(key, of: ["column", "op"], into: &diagnostics)
        }
      }
      if let column {
        filters.append(OperationHint.FilterHint(name, column: column, comparison, at: value.range))
      } else if value.kind == .mapping {
        diagnostics.report(.bindingExtension, "the filter names no column", at: value.range)
      }
    }
    return filters
  }
}
