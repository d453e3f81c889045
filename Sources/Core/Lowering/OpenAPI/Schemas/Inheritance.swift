internal import OpenAPIReader

extension OpenAPILowerer {
  /// The choice that a schema with a discriminator and without alternatives stands for: the components that are made of it by
  /// `allOf`, however far (OpenAPI 3.1.1 §4.8.25, the second way of its use).
  func choiceOfChildren(_ parts: SchemaParts) -> Choice? {
    guard parts.schemas.count == 1, parts.type == nil else { return nil }
    let parent = parts.schemas[0]
    let combination = document.schemas[parent].combination
    guard combination.discriminator != nil, combination.oneOf.isEmpty, combination.anyOf.isEmpty else { return nil }
    let children = descendants(of: parent)
    return children.isEmpty ? nil : Choice(key: .init(owner: parent, isExactlyOne: true), alternatives: children)
  }

  /// The parent itself, as one more variant of the choice of its children, unless the mapping leaves it out.
  func parentAsVariant(of choice: Choice) -> [SchemaID] {
    let combination = document.schemas[choice.key.owner].combination
    guard combination.oneOf.isEmpty, combination.anyOf.isEmpty, let discriminator = combination.discriminator else { return [] }
    let isMapped = discriminator.mapping.contains { pureTarget(of: $0.target) == choice.key.owner }
    return discriminator.mapping.isEmpty || isMapped ? [choice.key.owner] : []
  }

  /// The discriminator that tells the alternatives of a choice apart: it stands beside the choice, or in what is merged with it.
  func discriminator(of choice: Choice, _ parts: SchemaParts) -> OpenAPI.Discriminator? {
    ([choice.key.owner] + parts.schemas).lazy.compactMap { document.schemas[$0].combination.discriminator }.first
  }

  private func descendants(of parent: SchemaID) -> [SchemaID] {
    var found: [SchemaID] = []
    var seen: Set<SchemaID> = [parent]
    var next = 0
    var open = [parent]
    while next < open.count {
      for child in childrenOf[open[next]] ?? [] where seen.insert(child).inserted {
        found.append(child)
        open.append(child)
      }
      next += 1
    }
    return found
  }

  /// Finds, once, which components are made of which schemas by `allOf`.
  func findChildren() -> [SchemaID: [SchemaID]] {
    var children: [SchemaID: [SchemaID]] = [:]
    for component in document.components.schemas {
      for parent in document.schemas[component.id].combination.allOf {
        children[pureTarget(of: parent), default: []].append(component.id)
      }
    }
    return children
  }
}
