import SpecAdapters
import SpecIR
import SpecNaming

/// Writes how failures are spelled in the schemas that the contract declares for them.
struct EnvelopeItems {
  let target: RustTarget
  private var core: CoreModel { target.core }

  private let variants: [String]

  init(_ target: RustTarget) {
    self.target = target
    var scope = NameScope()
    variants = target.core.envelopes.map { scope.claim(target[$0.model].name) }
  }

  private static let apiError = RustSymbol.own("errors", name: "ApiError")
  private static let failedRequest = RustType.ref(
    .named(RustSymbol.own("errors", name: "FailedRequest"), arguments: [.lifetime("_")]))
  private static let envelope = RustSymbol.own("generated", "api", "errors", name: "Envelope")
  private static let response = RustSymbol.of("axum", "response", name: "Response")
  private static let method = RustSymbol.of("axum", "http", name: "Method")

  var items: [RustItem] {
    guard !core.envelopes.isEmpty else { return [] }
    // One schema may be declared in two media types: it is filled once.
    var seen: Set<ModelID> = []
    let distinct = core.envelopes.indices.map(EnvelopeID.init).filter { seen.insert(core[$0].model).inserted }
    return distinct.map(conversion) + [declaration, spelling, declared]
  }

  private func type(of id: EnvelopeID) -> RustType { .named(.api(target[core[id].model].name)) }

  private func variant(_ id: EnvelopeID) -> String { variants[id.index] }

  // MARK: From a failure to its envelope

  private func conversion(_ id: EnvelopeID) -> RustItem {
    let envelope = core[id]
    let tellsRequest = envelope.tellsRequest
    let source = tellsRequest ? Self.failedRequest : .ref(.named(Self.apiError))
    return .implementation(
      RustImpl(
        RustPath("From", generics: [.type(source)]), for: type(of: id),
        [
          .function(
            RustFunction("from", [.init(tellsRequest ? "failed" : "error", source)], returns: .selfType) {
              if tellsRequest { RustStatement.let("error", RustExpr("failed").field("error")) }
              if envelope.roles.contains(where: \.needsViolations) {
                // Where nothing else in the schema tells of a failure, the list does.
                RustStatement.let(
                  "violations",
                  envelope.listsFailure ? RustExpr("error").call("listed") : .ref(RustExpr("error").field("violations")))
              }
              RustExpr.structure("Self", values(of: envelope))
            })
        ]))
  }

  private func values(of envelope: ErrorEnvelope) -> [RustExpr.FieldValue] {
    guard case .structure(let structure) = core[envelope.model].kind else { return [] }
    let codes = ListedCodes(core, envelope: envelope.model)
    return zip(structure.fields, target[envelope.model].fields).map { field, name in
      let assignment = envelope.fields.first { $0.field == field.name }
      guard let assignment else { return .init(name, RustExpr.none) }
      let value = EnvelopeValue(target: target, field: field, codes: codes).value(of: assignment.role)
      return .init(name, value)
    }
      + (structure.additional.isKept
        ? [.init(RustNames.additionalField, .call(RustPath(.btreeMap, "new")))] : [])
  }

  // MARK: The list of envelopes

  private var declaration: RustItem {
    .enumeration(
      RustEnum(
        "Envelope", core.envelopes.indices.map { RustVariant(variant(EnvelopeID($0))) },
        documentation: "The schemas in which the contract spells errors.",
        attributes: [.derive("Debug", "Clone", "Copy", "PartialEq", "Eq")]))
  }

  private var spelling: RustItem {
    .implementation(
      RustImpl(
        for: .named("Envelope"),
        [
          .function(
            RustFunction(
              "spell", receiver: .value,
              [core.tellsRequests ? .init("failed", Self.failedRequest) : .init("error", .ref(.named(Self.apiError)))],
              returns: .named(Self.response), .public,
              documentation: "The response that tells a client of `\(core.tellsRequests ? "failed" : "error")`.") {
              if core.tellsRequests { RustStatement.let("error", RustExpr("failed").field("error")) }
              RustExpr.match("self") {
                for index in core.envelopes.indices {
                  RustArm(.path(RustPath("Self", variant(EnvelopeID(index)))), answer(EnvelopeID(index)))
                }
              }
            })
        ]))
  }

  private func answer(_ id: EnvelopeID) -> RustExpr {
    let body = RustExpr.call(
      RustPath(.of("axum", name: "Json").qualified),
      .call(RustPath(.api(target[core[id].model].name), "from"), core[id].tellsRequest ? "failed" : "error"))
    let status = RustExpr("error").field("status")
    guard core[id].mediaType != "application/json" else { return RustExpr.tuple(status, body).call("into_response") }
    let header = RustExpr.array([
      .tuple(.path(.of("axum", "http", "header", name: "CONTENT_TYPE")), .string(core[id].mediaType))
    ])
    return RustExpr.tuple(status, header, body).call("into_response")
  }

  // MARK: Which envelope an operation declares

  private var declared: RustItem {
    .function(
      RustFunction(
        "declared",
        [
          .init("method", .ref(.named(Self.method))), .init("route", .ref(.str)), .init("status", .named(.statusCode)),
        ], returns: .option(.named("Envelope")), .public,
        documentation:
          "The schema that the contract declares for an error of an operation; none where it declares none."
      ) {
        RustExpr.match(
          .tuple(RustExpr("method").call("as_str"), "route", RustExpr("status").call("as_u16"))
        ) {
          for index in core.operations.indices { arms(of: OperationID(index)) }
          RustArm(.wildcard, .none)
        }
      })
  }

  private func arms(of id: OperationID) -> [RustArm] {
    let operation = core[id]
    let envelopes = core.declaredEnvelopes(of: id)
    return core.envelopes.indices.compactMap { index in
      let statuses = envelopes.filter { $0.envelope == EnvelopeID(index) }.map(\.status)
      guard !statuses.isEmpty else { return nil }
      let codes = statuses.map { RustPattern.literal(.integer($0)) }
      return RustArm(
        .tuple([
          methods(of: operation), .literal(.string(RustRoute.text(of: operation.path))),
          codes.count == 1 ? codes[0] : .alternatives(codes),
        ]),
        .some(.path("Envelope", variant(EnvelopeID(index)))))
    }
  }

  /// A GET also answers HEAD, where the contract does not declare that itself.
  private func methods(of operation: Operation) -> RustPattern {
    let literal = RustPattern.literal(.string(operation.method.rawValue))
    let hasHead = core.operations.contains { $0.method == .head && $0.path == operation.path }
    guard operation.method == .get, !hasHead else { return literal }
    return .alternatives([literal, .literal(.string("HEAD"))])
  }
}

extension Structure.Additional {
  var isKept: Bool { if case .kept = self { true } else { false } }
}
