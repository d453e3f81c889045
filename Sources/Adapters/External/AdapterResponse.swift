import Foundation
package import SpecWriting

/// What an adapter answers: the files of the target, and what it found.
package struct AdapterResponse: Sendable, Hashable {
  package var files: [GeneratedFile]
  package var findings: [AdapterFinding]

  package init(files: [GeneratedFile] = [], findings: [AdapterFinding] = []) {
    self.files = files
    self.findings = findings
  }

  package var json: JSONValue {
    [
      "protocol": .number(JSONNumber(AdapterProtocol.version)),
      "files": .array(files.map(Self.json)),
      "diagnostics": .array(findings.map(\.json)),
    ]
  }

  private static func json(_ file: GeneratedFile) -> JSONValue {
    let content: JSONValue.Member =
      switch file.content {
      case .text(let text): .init("text", .string(text))
      case .bytes(let bytes): .init("base64", .string(Data(bytes).base64EncodedString()))
      }
    let mode: [JSONValue.Member] = file.isExecutable ? [.init("executable", true)] : []
    return .object([.init("path", .string(file.path.description)), content] + mode)
  }
}
