package import SpecIR
package import SpecSource

/// What the contract's own extension `x-specforge` says of bindings: stated, and so not searched for.
///
/// Filled by whoever reads the contract; looked up by id and never iterated.
package struct BindingHints: Sendable {
  package var operations: [OperationID: OperationHint] = [:]
  package var models: [ModelID: ModelHint] = [:]

  package init() {}
}

/// `x-specforge` at an operation.
package struct OperationHint: Hashable, Sendable {
  /// The table by name, with its schema before a dot where that is not the default one.
  package var table: String?
  package var action: Action?
  /// Which columns the path's parameters identify.
  package var key: [Pair] = []
  /// Which columns the fields of the request's and the response's model stand for.
  package var columns: [Pair] = []
  /// What query parameters compare.
  package var filters: [FilterHint] = []
  package var range: SourceRange?

  package enum Action: String, Hashable, Sendable, CaseIterable {
    case list, create, read, replace, update, delete
  }

  package init() {}
}

/// `x-specforge` at a schema.
package struct ModelHint: Hashable, Sendable {
  package var table: String?
  package var columns: [OperationHint.Pair] = []
  package var range: SourceRange?

  package init() {}
}

extension OperationHint {
  /// A name of the contract with the column that it stands for.
  package struct Pair: Hashable, Sendable {
    package var name: String
    package var column: String
    package var range: SourceRange?

    package init(_ name: String, column: String, at range: SourceRange? = nil) {
      self.name = name
      self.column = column
      self.range = range
    }
  }

  /// A query parameter with what it compares.
  package struct FilterHint: Hashable, Sendable {
    package var parameter: String
    package var column: String
    package var comparison: Filter.Comparison
    package var range: SourceRange?

    package init(_ parameter: String, column: String, _ comparison: Filter.Comparison, at range: SourceRange? = nil) {
      self.parameter = parameter
      self.column = column
      self.comparison = comparison
      self.range = range
    }
  }
}
