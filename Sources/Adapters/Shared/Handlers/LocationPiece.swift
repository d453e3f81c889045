package import SpecIR

/// A piece of the path of what was made, as the header `Location` says it (RFC 9110 §10.2.2).
package enum LocationPiece: Hashable, Sendable {
  /// Text, encoded as it stands in a path.
  case text(String)
  case value(Source, isText: Bool)

  /// Where a value comes from. Where `isText`, it has to be percent-encoded: a text may hold what separates segments.
  package enum Source: Hashable, Sendable {
    /// A path parameter, by its index in ``Operation/parameters``.
    case parameter(Int)
    /// A field of the answer's body, by its index in the model.
    case field(Int, of: ModelID)
  }
}

extension NamedTarget {
  /// Returns the pieces of an operation's location, texts that touch each other in one.
  package func pieces(of location: OperationPlan.Location, for id: OperationID) -> [LocationPiece] {
    let aliases = AliasResolution(core.models)
    var pieces: [LocationPiece] = []
    var arguments = location.arguments[...]
    var text = ""
    for segment in location.path.segments {
      text += "/"
      for piece in segment.pieces {
        switch piece {
        case .literal(let literal): text += PathTemplate.encoded(literal)
        case .parameter:
          guard let (source, type) = arguments.popFirst().flatMap({ value(of: $0, for: id, aliases) }) else { continue }
          if !text.isEmpty { pieces.append(.text(text)) }
          text = ""
          pieces.append(.value(source, isText: [.scalar(.string), .scalar(.uri)].contains(aliases.resolved(type))))
        }
      }
    }
    return text.isEmpty ? pieces : pieces + [.text(text)]
  }

  private func value(
    of argument: OperationPlan.Location.Argument, for id: OperationID, _ aliases: AliasResolution
  ) -> (source: LocationPiece.Source, type: TypeRef)? {
    switch argument {
    case .parameter(let index): return (.parameter(index), core[id].parameters[index].shape.type)
    case .field(let name):
      guard let body = core.plans[id.index].success.body, case .named(let model) = aliases.resolved(body.shape.type),
        case .structure(let structure) = core[model].kind,
        let index = structure.fields.firstIndex(where: { $0.name == name })
      else { return nil }
      return (.field(index, of: model), structure.fields[index].shape.type)
    }
  }
}
