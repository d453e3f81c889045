import SpecIR
import SpecWriting

/// How many operations are implemented, and which are not.
struct OperationSummary {
  private let bound: [Operation]
  private let unbound: [(operation: Operation, why: Implementation.Unbound)]

  init(_ core: CoreModel) {
    bound = core.operations.filter { if case .function = $0.implementation { true } else { false } }
    unbound = core.operations.compactMap { operation in
      guard case .unbound(let why) = operation.implementation else { return nil }
      return (operation, why)
    }
  }

  var text: String {
    var text = "operations: \(bound.count) implemented, \(unbound.count) answer 501\n"
    for (operation, why) in unbound {
      text += "  501 \(operation.method.rawValue) \(operation.path.text): \(why.explanation)\n"
    }
    return text
  }

  var json: JSONValue {
    [
      "implemented": .strings(bound.map(\.name)),
      "unbound": .array(
        unbound.map { operation, why in
          [
            "operation": .string(operation.name), "reason": .string(why.reason.rawValue),
            "explanation": .string(why.explanation),
          ]
        }),
    ]
  }
}
