internal import SpecDiagnostics
internal import SpecDocuments

extension Reader {
  mutating func readInfo() {
    let root = document.node
    if let info = object(root, "info") {
      document.info = OpenAPI.Info(node: info)
      check(info, as: .info)
      if let contact = object(info, "contact") { check(contact, as: .contact) }
      if let license = object(info, "license") { check(license, as: .license) }
    }
    checkExternalDocs(of: root)
    var names: [String: Node] = [:]
    document.tags = objects(root["tags"], "tags").compactMap { node in
      check(node, as: .tag)
      checkExternalDocs(of: node)
      guard let name = text(node, "name") else { return nil }
      if let first = names.updateValue(node, forKey: name) {
        findings.report(
          .listDuplicate, "the tag “\(name)” is declared twice", at: start(of: node),
          related: [Diagnostic.Related("first declared here", at: start(of: first))])
      }
      return OpenAPI.Tag(node: node, name: name)
    }
  }

  mutating func checkExternalDocs(of node: Node) {
    if let docs = object(node, "externalDocs") { check(docs, as: .externalDocs) }
  }

  mutating func servers(of node: Node) -> [OpenAPI.Server] {
    objects(node["servers"], "servers").compactMap { node in
      check(node, as: .server)
      guard let url = text(node, "url") else { return nil }
      var server = OpenAPI.Server(node: node, url: url)
      for (key, value) in entries(node["variables"]) {
        if let variable = serverVariable(key, value) { server.variables.append(variable) }
      }
      checkVariables(of: server)
      return server
    }
  }

  private mutating func serverVariable(_ key: Node, _ node: Node) -> OpenAPI.ServerVariable? {
    guard node.kind == .mapping else {
      report(.memberKind, "a server variable is expected, and this is \(node.kind.article)", at: node)
      return nil
    }
    check(node, as: .serverVariable)
    let values = distinctStrings(node["enum"], "enum")
    if let list = node["enum"] { checkChoices(list, default: node["default"]) }
    guard let value = text(node, "default") else { return nil }
    return OpenAPI.ServerVariable(node: node, name: key.text ?? "", defaultValue: value, values: values)
  }

  /// OpenAPI 3.1.1 §4.8.6.1: the array must not be empty and holds strings; the default must be one of them.
  private mutating func checkChoices(_ list: Node, default value: Node?) {
    guard list.kind == .sequence else { return }
    if list.items.isEmpty { report(.serverVariable, "“enum” of a server variable must not be empty", at: list) }
    for item in list.items where item.kind != .string && item.kind.isScalar {
      report(
        .serverVariable, "a string is expected in “enum”, and this is \(item.kind.article)", at: item, hint: "Put it in quotes.")
    }
    guard let value, let text = value.text, !list.items.isEmpty, !list.items.contains(where: { $0.text == text }) else { return }
    report(.serverVariable, "the default “\(text)” is none of the values of “enum”", at: value)
  }

  private mutating func checkVariables(of server: OpenAPI.Server) {
    guard let template = OpenAPI.PathTemplate(braces: server.url) else { return }
    for name in template.parameterNames where !server.variables.contains(where: { $0.name == name }) {
      findings.report(
        .serverVariable, "the variable “\(name)” of the URL is not declared", at: server.range(of: "url"),
        hint: Suggestion.nearest(to: name, in: server.variables.map(\.name)).map { "Did you mean “\($0)”?" }
          ?? "Declare it under “variables” with a default.")
    }
  }
}
