import SpecWriting

/// A contract in a few words, from which an OpenAPI document is made.
///
/// ```
/// schema User = id:int64 email:string(..100) role:Role=member bio?:string|null
/// schema Role = enum(admin,member)
/// GET /users ?page:int32(1..)=1 -> 200 [User]
/// POST /users CreateUser -> 201 User, 409
/// DELETE /users/{id:uuid} -> 204
/// ```
/// Lines that begin with `+` add an `x-specforge` to the line before.
struct Sketch {
  private var schemas: [JSONValue.Member] = []
  private var operations: [(path: String, method: String, members: [JSONValue.Member])] = []

  init(_ text: String) {
    for line in text.split(separator: "\n") {
      let line = line.drop { $0 == " " }
      if line.hasPrefix("+") {
        extend(String(line.dropFirst()))
      } else if line.hasPrefix("schema ") {
        schema(line.dropFirst(7))
      } else if !line.isEmpty {
        operation(line)
      }
    }
  }

  /// The document as JSON.
  var document: String {
    var paths: [JSONValue.Member] = []
    for operation in operations {
      let entry = JSONValue.Member(operation.method, .object(operation.members))
      if let index = paths.firstIndex(where: { $0.key == operation.path }), case .object(let members) = paths[index].value {
        paths[index] = .init(operation.path, .object(members + [entry]))
      } else {
        paths.append(.init(operation.path, .object([entry])))
      }
    }
    return JSONWriter.write([
      "openapi": "3.1.0", "info": ["title": "Sketch", "version": "1"], "paths": .object(paths),
      "components": [
        "schemas": .object(schemas), "securitySchemes": ["key": ["type": "http", "scheme": "bearer"]],
      ],
    ])
  }

  private mutating func extend(_ text: String) {
    var members = operations[operations.count - 1].members
    let pairs = text.split(separator: " ").map { $0.split(separator: "=", maxSplits: 1).map(String.init) }
    members.append(.init("x-specforge", .object(pairs.map { .init($0[0], Self.value($0[1])) })))
    operations[operations.count - 1].members = members
  }

  /// `users`, or `id:user_id,name:title` for a mapping.
  private static func value(_ text: String) -> JSONValue {
    guard text.contains(":") else { return .string(text) }
    return .object(
      text.split(separator: ",").map { pair in
        let parts = pair.split(separator: ":").map(String.init)
        guard parts.count == 3 else { return .init(parts[0], .string(parts[1])) }
        return .init(parts[0], ["column": .string(parts[1]), "op": .string(parts[2])])
      })
  }

  private mutating func schema(_ line: Substring) {
    let parts = line.split(separator: "=", maxSplits: 1)
    let name = parts[0].split(separator: " ").joined()
    let body = parts[1].split(separator: " ")
    if body.count == 1, !body[0].contains(":") {
      schemas.append(.init(name, Self.type(String(body[0]))))
      return
    }
    schemas.append(.init(name, Self.object(body)))
  }

  private static func object(_ fields: [Substring]) -> JSONValue {
    let fields = fields.map(Declared.init)
    return [
      "type": "object", "required": .array(fields.filter { !$0.isOptional && $0.standard == nil }.map { .string($0.name) }),
      "properties": .object(fields.map { .init($0.name, $0.schema) }),
    ]
  }

  private mutating func operation(_ line: Substring) {
    let halves = line.split(separator: ">", maxSplits: 1)
    let words = halves[0].split(separator: " ").filter { $0 != "-" }
    let method = words[0].lowercased()
    var path = ""
    var parameters: [JSONValue] = []
    for piece in words[1].split(separator: "/") {
      guard piece.hasPrefix("{") else {
        path += "/" + piece
        continue
      }
      let parts = piece.dropFirst().dropLast().split(separator: ":").map(String.init)
      path += "/{\(parts[0])}"
      parameters.append([
        "name": .string(parts[0]), "in": "path", "required": true, "schema": Self.type(parts.count > 1 ? parts[1] : "int64"),
      ])
    }
    var members: [JSONValue.Member] = [.init("operationId", .string(Self.name(method, path)))]
    for word in words.dropFirst(2) {
      if word.hasPrefix("?") {
        let field = Declared(word.dropFirst())
        parameters.append([
          "name": .string(field.name), "in": "query", "required": .bool(!field.isOptional && field.standard == nil),
          "schema": field.schema,
        ])
      } else if word.hasPrefix("#") {
        members.append(.init("tags", .array([.string(String(word.dropFirst()))])))
      } else if word.hasPrefix("!") {
        members.append(.init("security", .array([.object([.init(String(word.dropFirst()), [])])])))
      } else {
        members.append(.init("requestBody", ["required": true, "content": Self.content(String(word))]))
      }
    }
    members.append(.init("parameters", .array(parameters)))
    members.append(.init("responses", .object(halves[1].split(separator: ",").map(Self.response))))
    operations.append((path, method, members))
  }

  /// `get_users_id`.
  private static func name(_ method: String, _ path: String) -> String {
    method + "_" + path.split { !$0.isLetter && !$0.isNumber }.joined(separator: "_")
  }

  private static func response(_ text: Substring) -> JSONValue.Member {
    let words = text.split(separator: " ")
    let status = String(words[0])
    guard words.count > 1 else { return .init(status, ["description": "-"]) }
    let schema = words.count == 2 ? type(String(words[1])) : object(Array(words[1...]))
    return .init(status, ["description": "-", "content": ["application/json": ["schema": schema]]])
  }

  private static func content(_ name: String) -> JSONValue { ["application/json": ["schema": type(name)]] }

  /// `int32(1..10)`, `string(..5)`, `enum(a,b)`, `[T]`, `Name`, each with `|null`.
  fileprivate static func type(_ text: String) -> JSONValue {
    if text.hasSuffix("|null") { return ["anyOf": .array([type(String(text.dropLast(5))), ["type": "null"]])] }
    if text.hasPrefix("[") { return ["type": "array", "items": type(String(text.dropFirst().dropLast()))] }
    let parts = text.split(separator: "(").map(String.init)
    let inside = parts.count > 1 ? String(parts[1].dropLast()) : ""
    if parts[0] == "enum" { return ["type": "string", "enum": .array(inside.split(separator: ",").map { .string(String($0)) })] }
    guard let base = bases[parts[0]] else { return ["$ref": .string("#/components/schemas/\(text)")] }
    var members: [JSONValue.Member] = [.init("type", .string(base.type))]
    if let format = base.format { members.append(.init("format", .string(format))) }
    if !inside.isEmpty {
      let ends = inside.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      let isText = base.type == "string"
      if let low = Int(ends[0]) { members.append(.init(isText ? "minLength" : "minimum", .number(JSONNumber(low)))) }
      if let high = Int(ends[2]) { members.append(.init(isText ? "maxLength" : "maximum", .number(JSONNumber(high)))) }
    }
    return .object(members)
  }

  private static let bases: [String: (type: String, format: String?)] = [
    "int32": ("integer", "int32"), "int64": ("integer", "int64"), "string": ("string", nil), "uuid": ("string", "uuid"),
    "time": ("string", "date-time"), "date": ("string", "date"), "bool": ("boolean", nil), "double": ("number", "double"),
    "decimal": ("string", "decimal"),
    "email": ("string", "email"), "map": ("object", nil),
  ]

  /// `name?:type=default`.
  private struct Declared {
    let name: String
    let isOptional: Bool
    let standard: JSONValue?
    let schema: JSONValue

    init(_ text: Substring) {
      let parts = text.split(separator: ":", maxSplits: 1)
      isOptional = parts[0].hasSuffix("?")
      name = String(isOptional ? parts[0].dropLast() : parts[0])
      let typed = parts[1].split(separator: "=", maxSplits: 1).map(String.init)
      standard = typed.count > 1 ? JSONNumber(literal: typed[1]).map { .number($0) } ?? .string(typed[1]) : nil
      guard case .object(let members) = Sketch.type(typed[0]), let standard else {
        schema = Sketch.type(typed[0])
        return
      }
      schema = .object(members + [.init("default", standard)])
    }
  }
}
