import Foundation

/// A contract and a migration whose every text tries to become code, to end a literal, or to leave its folder.
///
/// Each text stands in each position that takes free text. A table with such names has operations that are implemented, so that
/// the texts get into queries and into the generated tests as well.
enum HostileContract {
  /// What each kind of file ends its strings, comments, names and paths with.
  static let texts = [
    #""; std::process::exit(1); //"#,
    #"*/ compile_error!("comment"); /*"#,
    ##""#; compile_error!("raw"); r###""##,
    "{{service}} {{{service}}} {{#x}} {{/x}} {} {0} %s",
    "${HOME} $(touch pwned) `touch pwned` && touch pwned",
    "line\nfn pwned() {}\r\n/// ```\n/// panic!()\n/// ```\u{2028}fn\u{2029}fn",
    "\u{202E} evil \u{2066} text \u{2069} \u{200B} \u{FEFF}",
    #"'; DROP TABLE "order"; --"#,
    "\"\"\"); __import__(\"os\").system(\"touch pwned\"); (\"\"\"", "'''\nimport os\nos.system('touch pwned')\n'''", #"{error.__class__.__init__.__globals__} %(name)s {0!r:>{1}} \N{BULLET}"#,
    "tab\t back\\slash \\u{41} \u{7} \u{0} \\",
    "]\n[dependencies]\nevil = \"1\"",
    "trailing spaces   \n\n\n    indented\n\t- list\n# heading\n<script>alert(1)</script>",
    "../../pwned", "/etc/pwned", "..", #"C:\pwned"#, "-rf", "",
    "mod", "self", "Self", "crate", "super", "async", "common", "health",
    "__class__", "__init__", "class", "None", "lambda", "case", "model_config", "json", "type: ignore", "noqa: E501", "0.0.0.0", "l", "I",
    "/tmp/pwned", "password",
    String(repeating: "long", count: 300), String(repeating: "word ", count: 300),
    "\u{1F600} 名前 ß ﬁ İ",
  ]

  private static let everything = texts.joined(separator: " ")

  /// Patterns that are valid, and full of what ends literals.
  private static let patterns = [
    ##"^["'`#\\{}/*]+$"##, ##""#\n"##, #"\*/|\{\{x\}\}"#, "[\u{202E}\u{2066}]", #"^\$\{HOME\}$"#, #"\\"#, "'; --",
    ####"(?:r#"|"###)"####,
  ]

  /// Columns of the table `order`, and fields of the model that shows it.
  private static let columns = [
    "type", "select", "user", "self", "async", "fn", "class", "metadata", "model_config", "__dict__", "keys", "values",
    #"a "quoted" column"#, #"back\slash"#, "*/ {{x}}", "y'; --",
  ]

  /// The contract as JSON.
  static func openAPI() throws -> Data {
    var paths: [String: Any] = orders
    for (index, text) in texts.enumerated() {
      paths["/evil/\(index)/{id}"] = ["post": operation(named: text)]
      // No client sends segments of dots alone (RFC 3986 §5.2.4).
      let literal = text.filter { $0 != "{" && $0 != "}" }.replacing("/../", with: "/.../")
      paths["/x\(literal)/a"] = ["get": ["tags": ["paths"], "responses": ["200": ["description": text]]]]
    }
    let document: [String: Any] = [
      "openapi": "3.1.0",
      "info": ["title": everything, "version": texts[0], "description": everything, "license": ["name": everything]],
      "servers": [["url": "/", "description": everything]],
      "tags": texts.map { ["name": $0, "description": everything] },
      "paths": paths, "components": ["schemas": schemas],
    ]
    return try JSONSerialization.data(withJSONObject: document, options: [.sortedKeys, .withoutEscapingSlashes])
  }

  /// The migration that makes the table, in a dialect that both databases read.
  static var migration: String {
    let columns = columns.map { "  -- \(texts[0]) */\n  \(quoted($0)) TEXT NOT NULL DEFAULT '\"#; {{x}} ''quoted''',\n" }
    return """
      -- */ "# {{x}} compile_error!("comment")
      CREATE TABLE "order" (
        id INTEGER PRIMARY KEY,
      \(columns.joined())\
        CONSTRAINT "a ""quoted"" constraint */" CHECK ("type" <> '"#'),
        CONSTRAINT "{{x}} \\" UNIQUE ("self")
      );

      """
  }

  /// A body for the table whose columns are called like code; each value tries to become some.
  static func order() throws -> String {
    let text = #"'; DROP TABLE "order"; -- {0} %s \"#
    return String(decoding: try JSONSerialization.data(withJSONObject: columns.reduce(into: [:]) { $0[$1] = text }), as: UTF8.self)
  }

  private static func quoted(_ name: String) -> String { "\"\(name.replacing("\"", with: "\"\""))\"" }

  private static func operation(named text: String) -> [String: Any] {
    let places = ["query", "header", "cookie"]
    let schema: [String: Any] = ["type": "string", "default": text, "enum": [text, "b"]]
    let parameters = places.map { place in
      ["name": "\(place) \(text)", "in": place, "description": everything, "schema": schema]
    }
    let id: [String: Any] = [
      "name": "id", "in": "path", "required": true, "description": everything, "schema": ["type": "string"],
    ]
    return [
      "operationId": "\(text)", "summary": text, "description": everything, "tags": [text], "parameters": [id] + parameters,
      "requestBody": json(reference("Evil")),
      "responses": ["200": json(reference("Option")).merging(["description": everything]) { $1 }],
    ]
  }

  private static var schemas: [String: Any] {
    var properties: [String: Any] = ["all": ["type": "string", "enum": texts]]
    for text in texts {
      properties[text] = ["type": "string", "title": text, "description": text, "examples": [text], "default": text]
      properties["choice of \(text)"] = ["type": "string", "enum": [text, "\(text)!", "x"], "default": text]
    }
    for (index, pattern) in patterns.enumerated() {
      properties["pattern \(index)"] = ["type": "string", "pattern": pattern, "description": pattern]
    }
    let evil: [String: Any] = [
      "type": "object", "title": everything, "description": everything, "properties": properties, "required": [texts[0], "all"],
    ]
    let fields = columns.reduce(into: [String: Any]()) { $0[$1] = ["type": "string", "description": everything] }
    let id: [String: Any] = ["type": "integer", "format": "int64", "readOnly": true]
    // Names that the language of the crate gives to its own types.
    return [
      "Evil": evil, "Result": evil, "Vec": ["type": "object", "properties": ["self": ["type": "string"]]],
      "String": ["type": "string", "enum": ["Self", "self", "crate", "_"]],
      "Option": ["oneOf": [reference("Vec"), reference("Result")]],
      "Order": ["type": "object", "properties": fields.merging(["id": id]) { $1 }, "required": ["id"] + columns],
      "NewOrder": ["type": "object", "properties": fields, "required": columns],
    ]
  }

  private static var orders: [String: Any] {
    let filters = columns.map { ["name": $0, "in": "query", "schema": ["type": "string"]] }
    let key: [String: Any] = ["name": "id", "in": "path", "required": true, "schema": ["type": "integer", "format": "int64"]]
    let body = json(reference("NewOrder")).merging(["required": true]) { $1 }
    let order = json(reference("Order")).merging(["description": "ok"]) { $1 }
    let orders = json(["type": "array", "items": reference("Order")]).merging(["description": "ok"]) { $1 }
    let none = ["description": "none"]
    return [
      "/orders": [
        "get": ["operationId": "match", "tags": ["loop"], "parameters": filters, "responses": ["200": orders]],
        "post": ["operationId": "fn", "tags": ["loop"], "requestBody": body, "responses": ["201": order, "409": none]],
      ],
      "/orders/{id}": [
        "parameters": [key],
        "get": ["operationId": "await", "tags": ["loop"], "responses": ["200": order, "404": none]],
        "put": [
          "operationId": "trait", "tags": ["loop"], "requestBody": body, "responses": ["200": order, "404": none, "409": none],
        ],
        "delete": ["operationId": "type", "tags": ["loop"], "responses": ["204": none, "404": none]],
      ],
    ]
  }

  private static func reference(_ name: String) -> [String: Any] { ["$ref": "#/components/schemas/\(name)"] }

  private static func json(_ schema: [String: Any]) -> [String: Any] { ["content": ["application/json": ["schema": schema]]] }
}
