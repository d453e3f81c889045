internal import SpecDiagnostics
internal import SpecDocuments

extension Reader {
  mutating func readPaths(_ root: OpenAPI.Place) {
    guard let paths = document.node["paths"] else {
      reportNoPaths()
      return
    }
    let place = root.appending("paths")
    for (key, value) in paths.entries {
      let text = key.text ?? ""
      if text.hasPrefix("x-") { continue }
      guard let template = pathTemplate(text, key) else { continue }
      guard let item: OpenAPI.ID<OpenAPI.PathItem> = use(value, place.appending(key)) else { continue }
      document.paths.append(OpenAPI.Path(key: key, template: template, item: item))
    }
  }

  mutating func readWebhooks(_ root: OpenAPI.Place) {
    document.webhooks = named(object(document.node, "webhooks"), root.appending("webhooks"))
  }

  /// 3.0 demands `paths`; 3.1 one of `paths`, `components` and `webhooks`.
  private mutating func reportNoPaths() {
    let root = document.node
    switch document.dialect {
    case .v30:
      findings.report(.memberMissing, "the document needs the member “paths”", at: start(of: root))
    case .v31:
      guard root["components"] == nil, root["webhooks"] == nil else { return }
      findings.report(
        .memberMissing, "the document needs one of the members “paths”, “components” and “webhooks”", at: start(of: root))
    }
  }

  private mutating func pathTemplate(_ text: String, _ key: Node) -> OpenAPI.PathTemplate? {
    guard text.hasPrefix("/") else {
      report(.pathTemplate, "a path must begin with a slash", at: key, hint: "Write “/\(text)”.")
      return nil
    }
    guard let template = OpenAPI.PathTemplate(braces: text) else {
      report(
        .pathTemplate, "the braces of the path do not match", at: key,
        hint: "A parameter is written as {name}, and its name holds no brace.")
      return nil
    }
    var names: Set<String> = []
    for name in template.parameterNames {
      if name.isEmpty { report(.pathTemplate, "a parameter of the path has no name", at: key) }
      if !names.insert(name).inserted { report(.pathTemplate, "the path names the parameter “\(name)” twice", at: key) }
    }
    return template
  }
}

extension OpenAPI.PathTemplate {
  /// Reads a text with parameters in braces; nothing where the braces do not match.
  init?(braces text: String) {
    var parts: [Part] = []
    var rest = text[...]
    while let open = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
      guard rest[open] == "{" else { return nil }
      let inside = rest[rest.index(after: open)...]
      guard let close = inside.firstIndex(where: { $0 == "{" || $0 == "}" }), inside[close] == "}" else { return nil }
      if open > rest.startIndex { parts.append(.literal(String(rest[..<open]))) }
      parts.append(.parameter(String(inside[..<close])))
      rest = inside[inside.index(after: close)...]
    }
    if !rest.isEmpty { parts.append(.literal(String(rest))) }
    self.init(description: text, parts: parts)
  }
}
