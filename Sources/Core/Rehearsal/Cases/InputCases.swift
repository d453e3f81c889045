import SpecIR
import SpecWriting

/// What an operation reads: each edge of the contract, and bodies that are none.
struct InputCases {
  let contract: Contract
  let id: OperationID
  /// A request that breaks nothing.
  let step: Fixtures.Step

  private var operation: SpecIR.Operation { contract.core[id] }

  func all() -> [ContractCase] {
    guard let failure = ExpectedFailure.invalid(contract.core, id) else { return undecoded + unreadable }
    return paths(failure) + undecoded + queries(failure) + values(failure) + missing(failure) + others(failure) + unreadable
  }

  // MARK: Parameters

  private var readsPath: Bool {
    guard case .function(_, let arguments) = operation.implementation else { return false }
    return arguments.contains {
      if case .parameter(let index) = $0 { operation.parameters[index].location == .path } else { false }
    }
  }

  /// A byte that no text in UTF-8 has.
  private var undecoded: [ContractCase] {
    guard readsPath, let index = operation.parameters.firstIndex(where: { $0.location == .path }) else { return [] }
    let path = RequestPath(operation.path, raw: (operation.parameters[index].name, "%FF")) { otherPath($0, but: index) }
    let row = path.text.map { ContractCase.PathRow(path: $0, violations: []) }
    return row.map { [ContractCase(name: "refuses_paths_that_are_not_utf8", kind: .paths([$0], .status(400)))] } ?? []
  }

  private func paths(_ failure: ExpectedFailure) -> [ContractCase] {
    guard readsPath else { return [] }
    var rows: [ContractCase.PathRow] = []
    for (index, parameter) in operation.parameters.enumerated() where parameter.location == .path {
      for (value, codes) in texts(of: parameter) where !value.isEmpty && value != "." && value != ".." {
        let path = RequestPath(operation.path) { name in
          name == parameter.name ? .plain(.string(value)) : otherPath(name, but: index)
        }
        guard let text = path.text else { continue }
        rows.append(ContractCase.PathRow(path: text, violations: codes.map { "\(parameter.name) \($0)" }))
      }
    }
    return rows.isEmpty ? [] : [ContractCase(name: "refuses_other_paths", kind: .paths(rows, failure))]
  }

  private func otherPath(_ name: String, but index: Int) -> Fixtures.Value? {
    operation.parameters.firstIndex { $0.location == .path && $0.name == name }.flatMap { step.path[$0] }
  }

  private func queries(_ failure: ExpectedFailure) -> [ContractCase] {
    guard case .function(_, let arguments) = operation.implementation, arguments.contains(.query) else { return [] }
    guard let path = RequestPath(operation.path, value: { otherPath($0, but: -1) }).text else { return [] }
    var rows: [ContractCase.PathRow] = []
    for parameter in operation.parameters where parameter.location == .query && !parameter.name.contains(",") {
      let others = step.query.filter { $0.name != parameter.name }
      for (value, codes) in texts(of: parameter) {
        let query = RequestPath.query(others + [(parameter.name, .string(value))])
        rows.append(ContractCase.PathRow(path: path + query, violations: codes.map { "\(parameter.name) \($0)" }))
      }
    }
    return rows.isEmpty ? [] : [ContractCase(name: "refuses_other_queries", kind: .paths(rows, failure))]
  }

  /// Texts that a parameter refuses, with what is reported of each.
  private func texts(of parameter: Parameter) -> [(text: String, codes: [String])] {
    guard parameter.isPlain(contract) else { return [] }
    return BoundaryCases(contract).cases(named: parameter.name, parameter.shape).compactMap { found in
      switch found.value {
      case .number where isNumber(parameter.shape.type), .string:
        let text = RequestPath.text(of: found.value)
        return found.codes.isEmpty || text.unicodeScalars.count > 40 || text.unicodeScalars.contains("\0")
          ? nil : (text, found.codes)
      case .null, .bool, .array, .object, .number: return nil
      }
    }
  }

  private func isNumber(_ type: TypeRef) -> Bool {
    switch contract.resolved(type).unwrapped {
    case .scalar(.int32), .scalar(.int64), .scalar(.float), .scalar(.double): return true
    case .named(let id):
      guard case .enumeration(let enumeration) = contract.core[id].kind else { return false }
      return enumeration.base != .string
    default: return false
    }
  }

  // MARK: Bodies

  /// The fields of the body that a violation can name without escapes.
  private var named: [Field] { contract.bodyStructure(of: id)?.fields.filter(\.isPlainlyNamed) ?? [] }

  private func values(_ failure: ExpectedFailure) -> [ContractCase] {
    guard let body = step.body, let structure = contract.bodyStructure(of: id) else { return [] }
    var rows: [ContractCase.ValueRow] = []
    for field in named where body[field.name] != nil {
      for found in BoundaryCases(contract).cases(named: field.name, field.shape) where !found.codes.isEmpty {
        let violations = found.codes.map { "/\(field.name) \($0)" }
        rows.append(ContractCase.ValueRow(member: field.name, value: found.value, violations: violations))
      }
      rows += NestedCases(contract: contract).cases(in: body[field.name] ?? .null, field.shape, at: "/\(field.name)").map {
        ContractCase.ValueRow(member: field.name, value: $0.value, violations: $0.violations)
      }
    }
    if structure.additional == .forbidden, structure.maxProperties == nil,
      !structure.fields.contains(where: { $0.name == "undeclared" })
    {
      rows.append(ContractCase.ValueRow(member: "undeclared", value: 1, violations: ["/undeclared unknown"]))
    }
    return rows.isEmpty ? [] : [ContractCase(name: "refuses_other_values", kind: .values(step, rows, failure))]
  }

  private func missing(_ failure: ExpectedFailure) -> [ContractCase] {
    guard case .object(let members)? = step.body, let structure = contract.bodyStructure(of: id),
      members.count > structure.minProperties ?? 0
    else { return [] }
    let rows = named.filter { $0.presence == .required }
      .map { ContractCase.ValueRow(member: $0.name, value: .null, violations: ["/\($0.name) required"]) }
    return rows.isEmpty ? [] : [ContractCase(name: "requires_its_fields", kind: .missing(step, rows, failure))]
  }

  /// A body of another JSON type.
  private func others(_ failure: ExpectedFailure) -> [ContractCase] {
    guard contract.bodyStructure(of: id) != nil else { return [] }
    return [ContractCase(name: "refuses_what_is_no_object", kind: .body(step, [], violations: [" type"], failure))]
  }

  /// One byte more than a backend reads where nobody has told it otherwise.
  private static let large = String(repeating: " ", count: 1_048_577)

  private var unreadable: [ContractCase] {
    guard contract.jsonBody(of: id)?.encoding == .json else { return [] }
    let failures = contract.core.plans[id.index].failures
    func refused(
      _ name: String, _ kind: OperationPlan.Failure.Kind, _ mediaType: String, _ text: String, _ status: Int, _ code: String
    ) -> [ContractCase] {
      guard let failure = failures.first(where: { $0.kind == kind }), failure.status == status else { return [] }
      let expected = ExpectedFailure.planned(contract.core, failure, code: code)
      return [ContractCase(name: name, kind: .raw(step, mediaType: mediaType, text: text, expected))]
    }
    return refused("refuses_malformed_json", .malformedBody, "application/json", "{", 400, "malformed_json")
      + refused("refuses_bodies_that_are_too_large", .bodyTooLarge, "application/json", Self.large, 413, "payload_too_large")
      + refused("refuses_other_media_types", .unsupportedMediaType, "text/plain", "{}", 415, "unsupported_media_type")
  }
}
