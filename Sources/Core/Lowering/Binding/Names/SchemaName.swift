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

  /// Whether a schema describes the thing that a table holds: `CreateUserRequest` and `users` do.
  static func describes(_ schema: String, table: String) -> Bool {
    let words = Words(schema)
    let thing = Words(table)
    if words.namesSameThing(as: thing) { return true }
    // A table's own words are kept, so that `OrderItem` is not read as an order.
    var rest = words.words[...]
    while let first = rest.first, roles.contains(first), rest.count > 1 {
      rest = rest.dropFirst()
      if Words(words: Array(rest)).namesSameThing(as: thing) { return true }
    }
    while let last = rest.last, roles.contains(last), rest.count > 1 {
      rest = rest.dropLast()
      if Words(words: Array(rest)).namesSameThing(as: thing) { return true }
    }
    var tail = words.words[...]
    while let last = tail.last, roles.contains(last), tail.count > 1 {
      tail = tail.dropLast()
      if Words(words: Array(tail)).namesSameThing(as: thing) { return true }
    }
    return false
  }
}
