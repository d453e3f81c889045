import SpecIR
import SpecWriting

/// What the query parameters of a list ask for.
struct ListRequest {
  var filters: [ColumnFilter] = []
  var size: Field?
  var start: Start?
  var sort: Sort?

  struct ColumnFilter {
    let field: Field
    let column: ColumnID
    let comparison: Filter.Comparison
  }

  /// Where the page begins.
  enum Start {
    /// The number of the page, counted from `first`.
    case page(Field, first: Int)
    /// The number of rows before it; where `first` is 1, of rows up to its first.
    case offset(Field, first: Int)
  }

  struct Sort {
    let field: Field
    let choices: [Order.Choice]
    let direction: Direction?

    struct Direction {
      let field: Field
      let descending: [JSONValue]
    }
  }

  var isPaged: Bool { size != nil || start != nil }
}
