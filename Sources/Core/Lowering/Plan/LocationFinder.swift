internal import SpecIR

/// Decides what an operation answers where nothing fails, and where the thing that it made can be read.
struct LocationFinder {
  private let core: CoreModel
  /// The operations that read, in order.
  private let readers: [Operation]

  init(_ core: CoreModel) {
    self.core = core
    readers = core.operations.filter { $0.method == .get }
  }

  func success(of operation: Operation) -> OperationPlan.Success {
    guard let response = chosen(operation) else {
      // Nothing is declared for success: the method decides (RFC 9110 §15.3).
      return .init(status: operation.method == .delete ? 204 : 200, body: nil)
    }
    let status = response.status.success ?? 200
    let bodies = status == 204 || status == 205 || operation.method == .head ? [] : response.contents
    let body = bodies.first { $0.encoding == .json } ?? bodies.first
    return .init(status: status, body: body, location: status == 201 ? body.flatMap { location(of: operation, $0) } : nil)
  }

  /// The lowest declared success that has content, else the lowest; else what is declared for everything, alone.
  private func chosen(_ operation: Operation) -> Response? {
    let successes = operation.responses.filter { $0.status.success != nil }
    if let response = lowest(successes.filter { !$0.contents.isEmpty }) ?? lowest(successes) { return response }
    return operation.responses.count == 1 ? operation.responses.first { $0.status == .default } : nil
  }

  /// The response of the lowest status; the first of two, such as `200` and `2XX`.
  private func lowest(_ responses: [Response]) -> Response? {
    responses.min { ($0.status.success ?? 0) < ($1.status.success ?? 0) }
  }

  /// `POST /users` that answers a user leads to `GET /users/{id}`, where a member of the user fills the parameter; and so does
  /// `POST /teams/{id}/users`, if the one reads what the other answers.
  private func location(of operation: Operation, _ body: Content) -> OperationPlan.Location? {
    guard case .named(let named) = body.shape.type, let model = core.structure(behind: named) else { return nil }
    guard case .structure(let structure) = core[model].kind else { return nil }
    func field(at path: PathTemplate) -> String? {
      guard let last = path.segments.last?.pieces, last.count == 1, case .parameter(let name) = last[0] else { return nil }
      return identifying(name, structure)
    }
    for path in readers.map(\.path) where path.segments.count == operation.path.segments.count + 1 {
      guard let arguments = shared(path, with: operation), let field = field(at: path) else { continue }
      return .init(path: path, arguments: arguments + [.field(field)])
    }
    for reader in readers where reader.path.parameterNames.count == 1 && answers(reader, named) {
      guard let field = field(at: reader.path) else { continue }
      return .init(path: reader.path, arguments: [.field(field)])
    }
    return nil
  }

  private func answers(_ operation: Operation, _ model: ModelID) -> Bool {
    chosen(operation)?.contents.contains { $0.encoding == .json && $0.shape.type == .named(model) } ?? false
  }

  /// The arguments for the part of a path that it has in common with the operation's; nothing where it is another part.
  private func shared(_ path: PathTemplate, with operation: Operation) -> [OperationPlan.Location.Argument]? {
    var arguments: [OperationPlan.Location.Argument] = []
    for (segment, own) in zip(path.segments, operation.path.segments) {
      guard segment.pieces.count == own.pieces.count else { return nil }
      for (piece, ownPiece) in zip(segment.pieces, own.pieces) {
        switch (piece, ownPiece) {
        case (.literal(let text), .literal(let ownText)): if text != ownText { return nil }
        case (.parameter, .parameter(let name)):
          let index = operation.parameters.firstIndex { $0.location == .path && $0.name == name }
          guard let index else { return nil }
          arguments.append(.parameter(index))
        case (.literal, .parameter), (.parameter, .literal): return nil
        }
      }
    }
    return arguments
  }

  /// The member of what was made that fills a parameter: one of its name, or `id` for `userId`.
  private func identifying(_ parameter: String, _ structure: Structure) -> String? {
    let word = EnvelopeWords.plain(parameter)
    let candidates = structure.fields.filter { $0.presence == .required && isIdentifier($0.shape.type) }
    if let same = candidates.first(where: { EnvelopeWords.plain($0.name) == word }) { return same.name }
    guard word.hasSuffix("id"), word.count > 2 else { return nil }
    return candidates.first { EnvelopeWords.plain($0.name) == "id" }?.name
  }

  private func isIdentifier(_ type: TypeRef) -> Bool {
    switch type {
    case .scalar(.string), .scalar(.int32), .scalar(.int64), .scalar(.uuid): true
    case .scalar, .list, .map, .optional: false
    case .named(let model):
      switch core[model].kind {
      case .alias(let shape): if case .named = shape.type { false } else { isIdentifier(shape.type) }
      case .structure, .enumeration, .union: false
      }
    }
  }
}

extension Response.Status {
  /// The status of a success; a range stands for its first.
  fileprivate var success: Int? {
    switch self {
    case .code(let code): (200..<300).contains(code) ? code : nil
    case .range(let hundreds): hundreds == 2 ? 200 : nil
    case .default: nil
    }
  }
}
