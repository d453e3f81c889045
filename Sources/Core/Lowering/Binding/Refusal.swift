import SpecIR

/// Why an operation is not bound: thrown from wherever it turns out, and told to the contract's author.
struct Refusal: Error {
  let reason: Implementation.Unbound.Reason
  /// One sentence.
  let explanation: String

  init(_ reason: Implementation.Unbound.Reason, _ explanation: String) {
    self.reason = reason
    self.explanation = explanation
  }
}
