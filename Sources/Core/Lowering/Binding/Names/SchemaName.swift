import SpecNaming

/// What the name of a schema says about the thing that it describes.
enum SchemaName {
  /// Words around a thing's name that say what the schema is for, and not what it is about.
  private static let roles: Set<String> = [
    "request", "response", "create", "created", "new", "add", "insert", "post", "update", "updated", "edit", "modify", "patch",
    "put", "replace", "upsert", "get", "read", "view", "input", "output", "in", "out", "dto", "payload", "body", "params",
    "model", "schema", "resource", "entity", "record", "data", "base", "full", "public", "item", "detail", "details", "summary",
    "result", "results", "list", "page", "paged", "paginated", "collection", "set", "api", "for", "of", "the",
  ]

  /// What a schema may describe, by its name: `CreateUserRequest` describes a user.
  ///
  /// Words of a role are taken off one by one and never all at once: a table may carry one in its own name, and `OrderItem` is
  /// first of all an order's item.
  static func things(of schema: String) -> [Words] {
    let words = Words(schema).words
    var things = [words[...]]
    var rest = words[...]
    while let first = rest.first, roles.contains(first), rest.count > 1 {
      rest = rest.dropFirst()
      things.append(rest)
    }
    for start in [rest, words[...]] {
      var rest = start
      while let last = rest.last, roles.contains(last), rest.count > 1 {
        rest = rest.dropLast()
        things.append(rest)
      }
    }
    return things.map { Words(words: Array($0)) }
  }
}
