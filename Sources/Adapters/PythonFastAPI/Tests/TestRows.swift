import SpecRehearsal
import SpecWriting

/// The rows with which one test is run again and again.
enum TestRows: Hashable {
  /// With what is reported of each, where the contract's errors have room for that.
  case paths([ContractCase.PathRow], isListed: Bool)
  case values([ContractCase.ValueRow], isListed: Bool)
  case missing([ContractCase.ValueRow], isListed: Bool)
  case accepted([ContractCase.ValueRow])
  case listed([ListRow])

  init?(_ contractCase: ContractCase) {
    switch contractCase.kind {
    case .paths(let rows, let failure): self = .paths(rows, isListed: failure.listsViolations)
    case .values(_, let rows, let failure): self = .values(rows, isListed: failure.listsViolations)
    case .missing(_, let rows, let failure): self = .missing(rows, isListed: failure.listsViolations)
    case .accepts(_, let rows): self = .accepted(rows)
    case .lists(_, _, let rows, _): self = .listed(rows)
    case .answers, .refusesAgain, .conflicts, .refuses, .body, .raw, .lengths: return nil
    }
  }

  /// The rows that several tests run with.
  static func shared(by operations: [TestedOperation]) -> Set<TestRows> {
    var seen: Set<TestRows> = []
    var shared: Set<TestRows> = []
    for case .called(_, let cases) in operations {
      for rows in cases.compactMap(TestRows.init) where !seen.insert(rows).inserted { shared.insert(rows) }
    }
    return shared
  }

  /// A name and type for each value of a row.
  var columns: [(name: String, type: PythonExpr)] {
    let expected = isListed ? [("expected", PythonExpr.generic("list", ["str"]))] : []
    return switch self {
    case .paths: [("path", "str")] + expected
    case .missing: [("field", "str")] + expected
    case .values, .accepted: [("field", "str"), ("value", "object")] + expected
    case .listed: [("query", "str"), ("expected", "object")]
    }
  }

  private var isListed: Bool {
    switch self {
    case .paths(_, let isListed), .values(_, let isListed), .missing(_, let isListed): isListed
    case .accepted, .listed: false
    }
  }

  /// The values of each row, by column.
  var rows: [[PythonExpr]] {
    func listed(_ values: [PythonExpr], _ violations: [String]) -> [PythonExpr] {
      values + (isListed ? [.list(violations.map { .string($0) })] : [])
    }
    return switch self {
    case .paths(let rows, _): rows.map { listed([.string($0.path)], $0.violations) }
    case .missing(let rows, _): rows.map { listed([.string($0.member)], $0.violations) }
    case .values(let rows, _), .accepted(let rows): rows.map { listed([.string($0.member), .json($0.value)], $0.violations) }
    case .listed(let rows): rows.map { [.string($0.query), .json($0.expected)] }
    }
  }

  /// All rows as one value; of one column they are no tuples.
  var list: PythonExpr { .list(rows.map { $0.count == 1 ? $0[0] : .tuple($0) }) }

  var type: PythonExpr {
    let types = columns.map(\.type)
    return .generic("list", [types.count == 1 ? types[0] : .generic("tuple", types)])
  }

  /// The name and description of a constant that holds them.
  var constant: (name: String, documentation: String) {
    let report = isListed ? ", and what is reported of each" : ""
    return switch self {
    case .paths: ("REFUSED_PATHS", "Paths just outside of the contract\(report).")
    case .values: ("REFUSED_VALUES", "Values just outside of the contract\(report).")
    case .missing: ("REQUIRED", "Fields that must be there\(report).")
    case .accepted: ("ACCEPTED_VALUES", "Values just inside of the contract.")
    case .listed: ("LISTED", "What a list is asked, and what it answers.")
    }
  }
}
