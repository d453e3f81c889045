import SpecAdapters
import SpecIR
import SpecNaming

/// What it means in one room where constraints refuse a row: a constant for each set of meanings, however many functions share it.
struct RefusalConstants {
  /// Which error the refusal of a constraint is.
  private struct Meaning: Hashable {
    let constraint: String
    let error: ErrorID
  }

  private let target: PythonTarget
  private let group: OperationGroup
  private var constants: [(meanings: [Meaning], name: String)] = []

  init(_ target: PythonTarget, of group: OperationGroup) {
    self.target = target
    self.group = group
    var sets: [(meanings: [Meaning], functions: [FunctionID])] = []
    for id in target.core.functions(of: group) {
      for violations in target.core[id].body.guarded {
        let meanings = Self.meanings(of: violations, target)
        if let known = sets.firstIndex(where: { $0.meanings == meanings }) {
          if sets[known].functions.last != id { sets[known].functions.append(id) }
        } else {
          sets.append((meanings, [id]))
        }
      }
    }
    let shared = sets.filter { $0.functions.count > 1 }
    var scope = NameScope()
    for set in sets {
      let isCommon = sets.count == 1 || shared.count == 1 && set.functions.count > 1
      let function = isCommon ? "" : PythonNames.constant(target.names.functions[set.functions[0].index]) + "_"
      constants.append((set.meanings, scope.claim("_\(function)REFUSALS")))
    }
  }

  private static func meanings(of violations: [QueryCall.Violation], _ target: PythonTarget) -> [Meaning] {
    (target.constraints?.distinct(violations) ?? []).map { Meaning(constraint: $0.entry.identifier, error: $0.error) }
  }

  /// The declarations, in the order of first use.
  var declarations: [PythonStatement] {
    let constraint = PythonExpr.name(.own(target.module("generated", "db", "constraints"), "Constraint"))
    return constants.flatMap { constant -> [PythonStatement] in
      let entries = constant.meanings.map {
        PythonEntry(constraint.attribute($0.constraint), .name(target.symbol(of: $0.error, in: group)))
      }
      return [.constant(constant.name, .dict(entries)), .blank]
    }
  }

  /// `refusals(_REFUSALS)`
  func guarding(_ violations: [QueryCall.Violation]) -> PythonExpr {
    let meanings = Self.meanings(of: violations, target)
    let name = constants.first { $0.meanings == meanings }?.name ?? "_"
    return .call(.own(target.module("generated", "db", "refusals"), "refusals"), [.positional(PythonExpr(stringLiteral: name))])
  }
}

extension [Statement] {
  /// The violations that are told of together: those of a query, or of a transaction in which each constraint means one thing.
  fileprivate var guarded: [[QueryCall.Violation]] {
    flatMap { statement -> [[QueryCall.Violation]] in
      switch statement {
      case .query(_, let call): call.violations.isEmpty ? [] : [call.violations]
      case .transaction(let block):
        statement.refusesAsOne ? (block.violations.isEmpty ? [] : [block.violations]) : block.guarded
      case .unwrap(_, _, let block), .each(_, _, let block): block.guarded
      case .branch(_, let then, let otherwise): then.guarded + otherwise.guarded
      case .bind, .effect, .fail, .return: []
      }
    }
  }
}
