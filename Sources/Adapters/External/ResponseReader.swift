import Foundation
import SpecDiagnostics
import SpecDocuments
import SpecSource
import SpecWriting

/// Reads what a program wrote; strict, so that a slip in an adapter is told and not passed over.
package enum ResponseReader {
  package static func read(_ output: [UInt8]) throws(ResponseFault) -> AdapterResponse {
    try AdapterResponse(ResponsePiece(node: root(of: output), pointer: JSONPointer()))
  }

  private static func root(of output: [UInt8]) throws(ResponseFault) -> Node {
    var sources = SourceMap()
    var diagnostics = Diagnostics()
    let source = sources.add(path: "response.json", bytes: output)
    let document = DocumentReader.readJSON(source, in: sources, into: &diagnostics)
    // The reader goes on after slips, for people; a program that makes them is better told at once.
    if let slip = diagnostics.sorted.first(where: { $0.severity == .error }) {
      let place = slip.range.map { sources.start(of: $0) }
      throw .notJSON(slip.message, line: place?.line ?? 1, column: place?.column ?? 1)
    }
    guard let document else { throw .notJSON("it cannot be read", line: 1, column: 1) }
    return document.root
  }
}

extension AdapterResponse {
  fileprivate init(_ json: ResponsePiece) throws(ResponseFault) {
    guard json.node.kind == .mapping else { throw json.fault("an object is expected here") }
    let version = json.node["protocol"]?.int
    guard version == AdapterProtocol.version else { throw .version(version) }
    try json.allow(["protocol", "files", "diagnostics"])
    guard let files = try json.items("files") else { throw json.fault("the member `files` is missing") }
    self.init()
    for file in files { self.files.append(try GeneratedFile(file)) }
    for finding in try json.items("diagnostics") ?? [] { findings.append(try AdapterFinding(finding)) }
  }
}

extension GeneratedFile {
  fileprivate init(_ json: ResponsePiece) throws(ResponseFault) {
    try json.allow(["path", "text", "base64", "executable"])
    let name = try json.text("path")
    guard let path = RelativePath(name) else { throw .path(name, pointer: json.pointer.appending("path").description) }
    let content: Content
    switch (try json.optionalText("text"), try json.optionalText("base64")) {
    case (let text?, nil): content = .text(text)
    case (nil, let base64?):
      guard let data = Data(base64Encoded: base64) else {
        throw .invalid("this is no base64 (RFC 4648 §4, with padding)", pointer: json.pointer.appending("base64").description)
      }
      content = .bytes(Array(data))
    case (nil, nil), (_?, _?): throw json.fault("a file has either `text` or `base64`")
    }
    self.init(path: path, content: content, isExecutable: try json.flag("executable"))
  }
}

extension AdapterFinding {
  fileprivate init(_ json: ResponsePiece) throws(ResponseFault) {
    try json.allow(["severity", "code", "message", "hint", "at", "path"])
    let word = try json.text("severity")
    guard let severity = Severity(rawValue: word) else {
      throw .invalid("`\(word)` is none of `error`, `warning`, `note`", pointer: json.pointer.appending("severity").description)
    }
    let code = try json.text("code")
    guard !code.isEmpty, code.utf8.count <= 64, code.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil else {
      throw .invalid("a code is a word such as `tag-missing`", pointer: json.pointer.appending("code").description)
    }
    var at: JSONPointer?
    if let text = try json.optionalText("at") {
      guard let pointer = JSONPointer(text) else {
        throw .invalid("this is no JSON pointer", pointer: json.pointer.appending("at").description)
      }
      at = pointer
    }
    self.init(
      severity, code: code, message: try json.text("message"), hint: try json.optionalText("hint"), at: at,
      path: try json.optionalText("path"))
  }
}

/// A cursor on one node of a response that knows the way to it.
private struct ResponsePiece {
  let node: Node
  let pointer: JSONPointer

  func fault(_ message: String) -> ResponseFault { .invalid(message, pointer: pointer.description) }

  func text(_ key: String) throws(ResponseFault) -> String {
    guard let text = try optionalText(key) else { throw fault("the member `\(key)` is missing") }
    return text
  }

  func optionalText(_ key: String) throws(ResponseFault) -> String? {
    guard let member = node[key] else { return nil }
    guard let text = member.string else { throw .invalid("a text is expected here", pointer: pointer.appending(key).description) }
    return text
  }

  /// False where it is not there.
  func flag(_ key: String) throws(ResponseFault) -> Bool {
    guard let member = node[key] else { return false }
    guard let flag = member.bool else {
      throw .invalid("true or false is expected here", pointer: pointer.appending(key).description)
    }
    return flag
  }

  /// The items of a list of objects, or nothing where the member is not there.
  func items(_ key: String) throws(ResponseFault) -> [ResponsePiece]? {
    guard let member = node[key] else { return nil }
    let list = pointer.appending(key)
    guard member.kind == .sequence else { throw .invalid("a list is expected here", pointer: list.description) }
    var items: [ResponsePiece] = []
    for (index, item) in member.items.enumerated() {
      let piece = ResponsePiece(node: item, pointer: list.appending(index))
      guard item.kind == .mapping else { throw piece.fault("an object is expected here") }
      items.append(piece)
    }
    return items
  }

  /// Refuses a member that no version up to this one has.
  func allow(_ keys: [String]) throws(ResponseFault) {
    for (key, _) in node.entries where !keys.contains(key.text ?? "") {
      throw fault("the member `\(key.text ?? "")` is not known")
    }
  }
}
