package import SpecIR

extension CoreModel {
  /// The envelope of each status that an operation spells in one, by status: of its failures, and of all else that its contract
  /// declares.
  package func declaredEnvelopes(of id: OperationID) -> [(status: Int, envelope: EnvelopeID)] {
    var found: [Int: EnvelopeID] = [:]
    let failures = plans[id.index].failures
    for failure in failures {
      if case .envelope(let id) = failure.format, found[failure.status] == nil { found[failure.status] = id }
    }
    let planned = Set(failures.map(\.status))
    for response in self[id].responses {
      guard case .code(let code) = response.status, code >= 400, !planned.contains(code), found[code] == nil else { continue }
      found[code] = envelopes.indices.map(EnvelopeID.init).first { id in
        response.contents.contains { $0.mediaType == self[id].mediaType && $0.shape.type == .named(self[id].model) }
      }
    }
    return found.keys.sorted().compactMap { status in found[status].map { (status, $0) } }
  }
}
