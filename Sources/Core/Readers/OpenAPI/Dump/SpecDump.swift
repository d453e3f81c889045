internal import SpecDocuments
package import SpecSource
package import SpecWriting

extension OpenAPIDocument {
  /// Returns the model as `specforge dump --stage spec` prints it; `docs/dump-spec.md` describes it.
  /// - Parameter sources: the files that were read, by which places are told.
  package func dump(sources: SourceMap) -> JSONValue {
    SpecDump(document: self, sources: sources).dump()
  }
}

/// Prints the model in the order of its declaration; what says nothing is left out.
struct SpecDump {
  let document: OpenAPIDocument
  let sources: SourceMap

  func dump() -> JSONValue {
    var out = DumpObject()
    out.add("schema", .number(JSONNumber(1)))
    out.add("stage", "spec")
    out.add("version", .string(document.version))
    out.add("dialect", .string(document.dialect.rawValue))
    out.add("files", document.files.map { .string(sources[$0].path) })
    out.add("info", document.node["info"]?.json())
    out.add("servers", document.servers.map(server))
    out.add("tags", document.tags.map(tag))
    out.add("security", document.security.map(requirements))
    out.add("paths", document.paths.map(path))
    out.add("webhooks", named(document.webhooks))
    out.add("components", components())
    out.add("pathItems", all(document.pathItems, pathItem))
    out.add("parameters", all(document.parameters, parameter))
    out.add("headers", all(document.headers, header))
    out.add("requestBodies", all(document.requestBodies, requestBody))
    out.add("responses", all(document.responses, response))
    out.add("examples", all(document.examples, example))
    out.add("links", all(document.links, link))
    out.add("callbacks", all(document.callbacks, callback))
    out.add("securitySchemes", all(document.securitySchemes, securityScheme))
    out.add("schemas", all(document.schemas, schema))
    return out.value
  }

  // MARK: What all values share

  /// The values of an arena, each with its id, its place and the pointer that leads to it.
  private func all<Value: OpenAPI.Referable>(
    _ arena: OpenAPI.Arena<Value>, _ describe: (Value, inout DumpObject) -> Void
  ) -> [JSONValue] {
    arena.ids.map { id in
      let value = arena[id]
      var out = DumpObject()
      out.add("id", self.id(id))
      out.add("at", at(value.range))
      out.add("pointer", .string(value.place.pointer.description))
      describe(value, &out)
      return out.value
    }
  }

  func id<Value>(_ id: OpenAPI.ID<Value>) -> JSONValue { .number(JSONNumber(Int(id.index))) }

  func named<Value>(_ entries: [OpenAPI.Named<Value>]) -> [JSONValue] {
    entries.map { .object([.init("name", .string($0.name)), .init("id", id($0.id))]) }
  }

  /// A place as people read it: file, line and column.
  func at(_ range: SourceRange) -> JSONValue {
    let start = sources.start(of: range)
    return .string("\(sources[range.source].path):\(start.line):\(start.column)")
  }

  func texts(_ value: some OpenAPI.Located, into out: inout DumpObject) {
    out.add("title", value.title)
    out.add("summary", value.summary)
    out.add("description", value.description)
  }

  func extensions(_ value: some OpenAPI.Located, into out: inout DumpObject) {
    for (key, value) in value.extensions { out.add(key.text ?? "", value.json()) }
  }
}

/// Collects the members of an object; absent and empty ones are left out.
struct DumpObject {
  private var members: [JSONValue.Member] = []

  var value: JSONValue { .object(members) }
  var isEmpty: Bool { members.isEmpty }

  mutating func add(_ key: String, _ value: JSONValue?) {
    if let value { members.append(JSONValue.Member(key, value)) }
  }

  mutating func add(_ key: String, _ values: [JSONValue]) {
    if !values.isEmpty { members.append(JSONValue.Member(key, .array(values))) }
  }

  mutating func add(_ key: String, _ text: String?) { add(key, text.map { .string($0) }) }

  mutating func add(_ key: String, _ number: Int?) { add(key, number.map { .number(JSONNumber($0)) }) }

  /// Adds a flag that is set.
  mutating func add(_ key: String, _ flag: Bool) {
    if flag { add(key, .bool(true)) }
  }
}
