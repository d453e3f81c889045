import SpecIR
import SpecWriting

/// Plays the steps of fixtures, with values from earlier answers filled in.
struct FixtureRehearsal {
  let contract: Contract
  private var rehearsal: Rehearsal
  private var last: Rehearsal.Call?
  /// What the steps so far returned.
  private var answers: [JSONValue?] = []

  init(_ contract: Contract, in world: Rehearsal.World = .still) {
    self.contract = contract
    rehearsal = Rehearsal(contract, in: world)
  }

  /// Returns the answer to the last step; nothing where one before it does not succeed.
  ///
  /// What was played before goes on to count: the first of these steps stands behind the last of those.
  mutating func play(_ steps: [Fixtures.Step]) -> Rehearsal.Answer? {
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
      if case .success(let success)? = answer { answers.append(success.value) }
      if index == steps.count - 1 { return answer }
      guard case .success? = answer else { return nil }
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
