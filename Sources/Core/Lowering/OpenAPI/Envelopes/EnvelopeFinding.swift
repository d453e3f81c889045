internal import SpecDiagnostics
internal import SpecIR

extension OpenAPILowerer {
  /// Finds the schemas that the contract declares for failures, and how a failure is written in each.
  mutating func findEnvelopes() {
    var known: [EnvelopeKey: EnvelopeID] = [:]
    var refused: Set<EnvelopeKey> = []
    var uses: [Int] = []
    for operation in core.operations {
      var here: Set<EnvelopeID> = []
      for key in EnvelopeKey.declared(by: operation, in: core) where !refused.contains(key) {
        if known[key] == nil {
          guard let envelope = envelope(for: key) else {
            refused.insert(key)
            continue
          }
          known[key] = EnvelopeID(core.envelopes.count)
          core.envelopes.append(envelope)
          uses.append(0)
        }
        if let id = known[key], here.insert(id).inserted { uses[id.index] += 1 }
      }
    }
    chooseDefaultFormat(uses: uses)
  }

  private mutating func envelope(for key: EnvelopeKey) -> ErrorEnvelope? {
    do throws(EnvelopeRefusal) {
      return try EnvelopeReader(core: core, mediaType: key.mediaType).envelope(key.model)
    } catch {
      guard let reason = error.reason else { return nil }
      diagnostics.report(
        .envelopeUnusable, "failures are not written as \(core[key.model].name), because \(reason)",
        at: core.provenance[.model(key.model)].first?.range,
        hint: "They are written as problem documents (RFC 9457). Make the member optional to have them written so.")
      return nil
    }
  }

  /// Failures that belong to no operation are written as most operations write theirs.
  private mutating func chooseDefaultFormat(uses: [Int]) {
    var best: EnvelopeID?
    for (index, count) in uses.enumerated() {
      // An envelope that only knows some codes cannot tell of an unknown path.
      guard EnvelopeLimits(of: EnvelopeID(index), in: core).isUnrestricted else { continue }
      if count > best.map({ uses[$0.index] }) ?? 0 { best = EnvelopeID(index) }
    }
    core.defaultFormat = best.map { .envelope($0) } ?? .problem
  }
}

/// A structure that is declared for failures, with its media type.
struct EnvelopeKey: Hashable {
  let model: ModelID
  let mediaType: String

  init?(_ content: Content, in core: CoreModel) {
    guard content.encoding == .json, case .named(let named) = content.shape.type else { return nil }
    guard let model = core.structure(behind: named) else { return nil }
    self.model = model
    mediaType = content.mediaType
  }

  /// What an operation declares for its failures, in order.
  static func declared(by operation: Operation, in core: CoreModel) -> [EnvelopeKey] {
    operation.responses.filter(\.status.isFailure).flatMap { $0.contents.compactMap { EnvelopeKey($0, in: core) } }
  }
}

extension CoreModel {
  /// The structure that a model is, if by another name; nothing where it is none.
  func structure(behind model: ModelID) -> ModelID? {
    var model = model
    // Another name leads to another model each time; a longer way than there are models leads nowhere.
    for _ in models.indices {
      switch self[model].kind {
      case .structure: return model
      case .alias(let shape):
        guard case .named(let next) = shape.type else { return nil }
        model = next
      case .enumeration, .union: return nil
      }
    }
    return nil
  }
}
