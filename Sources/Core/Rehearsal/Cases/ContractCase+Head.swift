extension ContractCase {
  /// The same of an operation whose answers have no body (RFC 9110 §9.3.2): the status alone is told. Nothing where it is about
  /// bodies.
  var withoutBody: ContractCase? {
    func with(_ kind: Kind) -> ContractCase { ContractCase(name: name, kind: kind) }
    return switch kind {
    case .answers(let steps, _): with(.answers(steps, Rehearsal.Success()))
    case .refusesAgain(let steps, let failure): with(.refusesAgain(steps, .status(failure.status)))
    case .conflicts(let steps, let failure): with(.conflicts(steps, .status(failure.status)))
    case .refuses(let step, let failure): with(.refuses(step, .status(failure.status)))
    case .paths(let rows, let failure): with(.paths(rows, .status(failure.status)))
    case .values, .missing, .body, .raw, .accepts, .lists, .lengths: nil
    }
  }
}
