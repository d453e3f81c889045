import SpecIR
import SpecWriting

/// Plays the steps of fixtures, with values from earlier answers filled in.
struct FixtureRehearsal {
  let contract: Contract
  private var rehearsal: Rehearsal
  private var last: Rehearsal.Call?

  init(_ contract: Contract) {
    self.contract = contract
    rehearsal = Rehearsal(contract)
  }

  /// Returns the answer to the last step; nothing where an earlier one does not succeed.
  mutating func play(_ steps: [Fixtures.Step]) -> Rehearsal.Answer? {
    var answers: [JSONValue?] = []
    for (index, step) in steps.enumerated() {
      var call = Rehearsal.Call(operation: step.operation, body: step.body)
      call.query = .object(step.query.map { JSONValue.Member($0.name, $0.value) })
      for (parameter, value) in step.path {
        guard let value = resolved(value, answers) else { return nil }
        call.path[parameter] = value
      }
      for link in step.links {
        guard let value = resolved(link.value, answers) else { return nil }
        call.body = call.body?.with(link.member, value)
      }
      last = call
      let answer = rehearsal.play(call)
      if index == steps.count - 1 { return answer }
      guard case .success(let success)? = answer else { return nil }
      answers.append(success.value)
    }
    return nil
  }

  mutating func playLastAgain() -> Rehearsal.Answer? { last.flatMap { rehearsal.play($0) } }

  private func resolved(_ value: Fixtures.Value, _ answers: [JSONValue?]) -> JSONValue? {
    switch value {
    case .plain(let json): return json
    case .member(let step, let name):
      guard answers.indices.contains(step), let member = answers[step]?[name], member != .null else { return nil }
      // A text that a path would have to encode is not filled in.
      if case .string(let text) = member, RequestPath.encoded(text) != text { return nil }
      return member
    }
  }
}
