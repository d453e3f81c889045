import SpecDiagnostics
import SpecDocuments
import SpecWriting

/// An adapter that is a program.
extension ConfigurationReader {
  /// Reads `{ command: [python3, adapters/outline.py], timeout: 30, options: { … } }`.
  mutating func program(_ node: Node) -> AdapterProgram? {
    known(["command", "timeout", "options"], in: node)
    guard let command = required("command", of: node) else { return nil }
    let words = command.kind == .sequence ? Array(command.items) : [command]
    let name = words.first.flatMap { programName($0) }
    let arguments = words.dropFirst().map { argument($0) }
    if words.isEmpty {
      diagnostics.report(
        .configInvalid, "`command` names no program", at: command.range, hint: "Write `[python3, adapters/mine.py]`.")
    }
    let timeout = node["timeout"].map { self.timeout($0) } ?? AdapterProgram.defaultTimeout
    let options = node["options"].map { self.options($0) } ?? .object([])
    guard let name, !arguments.contains(nil) else { return nil }
    return AdapterProgram(command: [name] + arguments.compactMap { $0 }, timeout: timeout, options: options, at: node.range)
  }

  /// A path below the project's root, or the name of a program in PATH.
  mutating func programName(_ node: Node) -> String? {
    guard let text = text(node) else { return nil }
    guard let path = RelativePath(Self.plain(text)) else {
      diagnostics.report(
        .configInvalid, "`\(text)` is no program below the project's root", at: node.range,
        hint: "Write a path without `..`, or the name alone of a program in PATH.")
      return nil
    }
    // A file of the project's root is told from a program in PATH by its `./`.
    return text.hasPrefix("./") ? "./\(path)" : path.description
  }

  /// Any text; an empty one is an argument too.
  private mutating func argument(_ node: Node) -> String? {
    guard let text = node.text, !node.isNull, !text.utf8.contains(0) else {
      diagnostics.report(.configInvalid, "an argument is a text", at: node.range)
      return nil
    }
    return text
  }

  private mutating func timeout(_ node: Node) -> Int {
    guard let seconds = node.int, (1...3600).contains(seconds) else {
      diagnostics.report(
        .configInvalid, "`timeout` is `\(node.text ?? "no number")`", at: node.range, hint: "Write 1 to 3600 seconds.")
      return AdapterProgram.defaultTimeout
    }
    return seconds
  }

  private mutating func options(_ node: Node) -> JSONValue {
    guard node.kind == .mapping else {
      diagnostics.report(.configInvalid, "`options` is no mapping", at: node.range, hint: "The program gets it as a JSON object.")
      return .object([])
    }
    return node.json()
  }
}
