package import SpecIR
import SpecWriting

/// What there is to ask of one operation: what it does, and how it refuses.
package struct OperationCases {
  let contract: Contract
  let id: OperationID
  let fixtures: Fixtures
  private let dialect: SQLDialect

  var core: CoreModel { contract.core }
  var operation: SpecIR.Operation { core[id] }
  private var plan: OperationPlan { core.plans[id.index] }

  /// - Parameter dialect: the database on which the backend runs: not every one names the constraint that was broken.
  package init(_ contract: Contract, _ id: OperationID, fixtures: Fixtures, on dialect: SQLDialect) {
    self.contract = contract
    self.id = id
    self.fixtures = fixtures
    self.dialect = dialect
  }

  /// Why nothing can be asked for certain.
  package struct Refusal: Error {
    package let reason: String
  }

  /// Returns the cases in the order in which a reader wants them: what the operation does comes first.
  package func all() throws(Refusal) -> [ContractCase] {
    let cases = try named()
    return operation.method == .head ? cases.compactMap(\.withoutBody) : cases
  }

  private func named() throws(Refusal) -> [ContractCase] {
    if case .unbound = operation.implementation { return [unbound] }
    if let body = operation.body, contract.jsonBody(of: id)?.encoding != .json {
      throw Refusal(reason: "its body is `\(body.alternatives.first?.mediaType ?? "unknown")`")
    }
    let steps: [Fixtures.Step]
    let alone: Fixtures.Step
    do throws(Fixtures.Refusal) {
      steps = try fixtures.steps(for: id)
      alone = try fixtures.stepAlone(id)
    } catch { throw Refusal(reason: error.reason) }
    let cases = successes(steps) + refusals(alone) + InputCases(contract: contract, id: id, step: alone).all()
    guard !cases.isEmpty else { throw Refusal(reason: "the rows that it needs could not be made up") }
    return cases
  }

  // MARK: Without an implementation

  private var unbound: ContractCase {
    var step = Fixtures.Step(operation: id)
    for (index, parameter) in operation.parameters.enumerated() where parameter.location == .path {
      let value = ExampleValues(contract).value(of: parameter.shape, example: parameter.example)
      step.path[index] = value.map { .plain($0) }
    }
    let planned = plan.failures.first { $0.kind == .notImplemented }
    let failure = planned.map { ExpectedFailure.planned(core, $0, code: "not_implemented") } ?? .status(501)
    return ContractCase(name: "answers_501", kind: .refuses(step, failure))
  }

  // MARK: What it does

  private func successes(_ steps: [Fixtures.Step]) -> [ContractCase] {
    var rehearsal = FixtureRehearsal(contract)
    guard case .success(let success)? = rehearsal.play(steps) else { return [] }
    var cases = [ContractCase(name: "answers_\(plan.success.status)", kind: .answers(steps, success))]
    if case .failure(let error)? = rehearsal.playLastAgain(), let failure = planned(error) {
      cases.append(ContractCase(name: "refuses_the_same_again", kind: .refusesAgain(steps, failure)))
    }
    return cases + lists() + encoded(steps) + changes(steps) + conflicts(steps) + edges(steps)
  }

  /// Asks for a thing by a text that a path has to encode.
  private func encoded(_ steps: [Fixtures.Step]) -> [ContractCase] {
    guard var last = steps.last else { return [] }
    for (index, parameter) in operation.parameters.enumerated() {
      guard case .member(let maker, let name)? = last.path[index], steps[maker].body?[name] != nil,
        let field = contract.bodyStructure(of: steps[maker].operation)?.fields.first(where: { $0.name == name }),
        [field.shape, parameter.shape].allSatisfy({ ContractCheck(contract: contract).codes(of: Self.encodedText, $0) == [] })
      else { continue }
      var steps = steps
      steps[maker].body = steps[maker].body?.with(name, Self.encodedText)
      last.path[index] = .plain(Self.encodedText)
      steps[steps.count - 1] = last
      var rehearsal = FixtureRehearsal(contract)
      guard case .success(let success)? = rehearsal.play(steps) else { continue }
      return [ContractCase(name: "decodes_its_path", kind: .answers(steps, success))]
    }
    return []
  }

  /// With a slash that separates nothing, and a letter of two bytes.
  private static let encodedText: JSONValue = "a/\u{E9}"

  /// Leaves members of a partial change away, and clears what may be null.
  private func changes(_ steps: [Fixtures.Step]) -> [ContractCase] {
    guard operation.method == .patch, let structure = contract.bodyStructure(of: id), var step = steps.last, step.links.isEmpty,
      let whole = step.body, structure.minProperties ?? 0 <= 1
    else { return [] }
    var cases: [ContractCase] = []
    func add(_ name: String, _ field: Field, _ value: JSONValue) {
      step.body = .object([JSONValue.Member(field.name, value)])
      let steps = steps.dropLast() + [step]
      var rehearsal = FixtureRehearsal(contract)
      guard case .success(let success)? = rehearsal.play(Array(steps)) else { return }
      cases.append(ContractCase(name: name, kind: .answers(Array(steps), success)))
    }
    let optional = structure.fields.filter { $0.presence == .optional }
    guard optional.count == structure.fields.count else { return [] }
    if let field = optional.first, let value = whole[field.name] { add("leaves_absent_fields_as_they_are", field, value) }
    if let field = optional.first(where: { contract.resolved($0.shape.type).isOptional }) {
      add("clears_what_may_be_null", field, .null)
    }
    return cases
  }

  // MARK: How its service refuses

  /// What is answered where nothing exists that the request names.
  private func refusals(_ alone: Fixtures.Step) -> [ContractCase] {
    var rehearsal = FixtureRehearsal(contract)
    guard case .failure(let error)? = rehearsal.play([alone]), let failure = planned(error) else { return [] }
    return [ContractCase(name: "answers_\(core[error].status)_where_there_is_nothing", kind: .refuses(alone, failure))]
  }

  func planned(_ error: ErrorID) -> ExpectedFailure? {
    // SQLite does not say which reference was broken.
    guard !isAmbiguous(error) else { return nil }
    return plan.failures.first { $0.kind == .service(error) && $0.status == core[error].status }
      .map { ExpectedFailure.planned(core, $0, code: core[error].code) }
  }

  private func isAmbiguous(_ error: ErrorID) -> Bool {
    guard dialect == .sqlite, case .function(let function, _) = operation.implementation else { return false }
    let references = core[function].body.violations.filter { violation in
      switch violation.constraint {
      case .foreignKey, .referenced: true
      case .primaryKey, .unique, .check, .notNull: false
      }
    }
    return references.contains { $0.error == error } && Set(references.map(\.error)).count > 1
  }
}
